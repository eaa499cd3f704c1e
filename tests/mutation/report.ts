import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Folder } from './folders'

interface Place {
  readonly line: number
  readonly column: number
}

/** The parts used of a mutant in Stryker's report (mutation-testing-report-schema). */
interface ReportedMutant {
  readonly replacement: string
  readonly status: string
  readonly location: { readonly start: Place; readonly end: Place }
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>>
}

/** A mutant that no test has found. */
export interface Survivor {
  /** Path within `src`. */
  readonly file: string
  readonly line: number
  /** `before → after`, on one line. */
  readonly mutation: string
}

/** Result of a folder. */
export interface FolderScore {
  /** Number of files with code, and the names of those whose current state was not tested. */
  readonly files: number
  readonly untried: readonly string[]
  /** Date of the last run, e.g. `2022-10-31`. */
  readonly triedOn: string
  readonly killed: number
  readonly survived: number
  readonly noCoverage: number
  readonly survivors: readonly Survivor[]
}

/** Where Stryker stores a folder's result and reads it in the next run. */
export const reportFile = ({ path }: Folder) => `node_modules/.cache/chentu/mutation/${path.replaceAll('/', '-')}.json`

/** Statuses of found mutants: a test fails, never ends, or can't even be loaded. */
const FOUND: ReadonlySet<string> = new Set(['Killed', 'Timeout', 'RuntimeError'])

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function textAt(source: string, { start, end }: ReportedMutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  // Cut the end first: on a single line, its column would otherwise be off.
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1)
  lines[0] = lines[0]!.slice(start.column - 1)
  return lines.join('\n')
}

/** Files with types only have nothing to mutate. */
const CODE = /^(export )?(default |async )*(const|let|function|class)\b/m

const codeFiles = ({ path }: Folder) =>
  readdirSync(`src/${path}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${path}/${name}`)
    .filter((file) => CODE.test(readFileSync(file, 'utf8')))

/** The folder's last result, restricted to files that still exist; null if it was never tested. */
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

/** Percentage of mutants killed; null if there are none. */
export function percentKilled({ killed, survived, noCoverage }: FolderScore): number | null {
  const all = killed + survived + noCoverage
  return all === 0 ? null : (100 * killed) / all
}
