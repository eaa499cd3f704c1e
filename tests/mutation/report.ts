import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Folder } from './folders'

interface Place {
  readonly line: number
  readonly column: number
}

/** What is used of a mutant of Stryker's report (mutation-testing-report-schema). */
interface ReportedMutant {
  readonly replacement: string
  readonly status: string
  readonly location: { readonly start: Place; readonly end: Place }
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>>
}

/** A change of the code that no test has found. */
export interface Survivor {
  /** Within `src`. */
  readonly file: string
  readonly line: number
  /** `before → after`, on one line. */
  readonly mutation: string
}

/** What the tests of a folder come to. */
export interface FolderScore {
  /** How many files have code in them, and the names of those that were not tried as they are now. */
  readonly files: number
  readonly untried: readonly string[]
  /** `2022-10-31`, of the last of them. */
  readonly triedOn: string
  readonly killed: number
  readonly survived: number
  readonly noCoverage: number
  readonly survivors: readonly Survivor[]
}

/** Where Stryker keeps what a folder came to, and finds it again in the next run. */
export const reportFile = ({ path }: Folder) => `node_modules/.cache/chentu/mutation/${path.replaceAll('/', '-')}.json`

/** A test fails, never ends, or can't even be loaded. */
const FOUND: ReadonlySet<string> = new Set(['Killed', 'Timeout', 'RuntimeError'])

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function textAt(source: string, { start, end }: ReportedMutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  // The end first: on a single line it would else be counted from another beginning.
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1)
  lines[0] = lines[0]!.slice(start.column - 1)
  return lines.join('\n')
}

/** A file of types alone has nothing to change. */
const CODE = /^(export )?(default |async )*(const|let|function|class)\b/m

const codeFiles = ({ path }: Folder) =>
  readdirSync(`src/${path}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${path}/${name}`)
    .filter((file) => CODE.test(readFileSync(file, 'utf8')))

/** What a folder came to when it was last tried, of the files that are there now; null where it never was. */
export function folderScore(folder: Folder): FolderScore | null {
  if (!existsSync(reportFile(folder))) return null
  const { files } = JSON.parse(readFileSync(reportFile(folder), 'utf8')) as Report
  const score = {
    files: codeFiles(folder).length,
    untried: codeFiles(folder)
      .filter((file) => files[file]?.source !== readFileSync(file, 'utf8'))
      .map((file) => basename(file)),
    triedOn: statSync(reportFile(folder)).mtime.toISOString().slice(0, 10),
    killed: 0,
    survived: 0,
    noCoverage: 0,
    survivors: [] as Survivor[],
  }
  for (const [file, { source, mutants }] of Object.entries(files)) {
    if (!existsSync(file)) continue
    for (const { status, location, replacement } of mutants) {
      if (FOUND.has(status)) score.killed++
      if (status === 'NoCoverage') score.noCoverage++
      if (status === 'Survived') score.survived++
      if (status !== 'NoCoverage' && status !== 'Survived') continue
      const mutation = `${onOneLine(textAt(source, location))} → ${onOneLine(replacement)}`
      score.survivors.push({ file: file.replace(/^src\//, ''), line: location.start.line, mutation })
    }
  }
  return score
}

/** Killed of all that could be, in per cent; null where there is nothing to change. */
export function percentKilled({ killed, survived, noCoverage }: FolderScore): number | null {
  const all = killed + survived + noCoverage
  return all === 0 ? null : (100 * killed) / all
}
