import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { harmless } from '@/io/export/formula'

/** Something in a raw file that was not read. */
export interface RawProblem {
  readonly file: string
  /** Line as an editor counts them; absent where it is about the whole file. */
  readonly row?: number
  readonly why:
    | 'no-table-of-monitors'
    /** The whole file: nothing of it is folded. */
    | 'made-up'
    | 'time-unreadable'
    | 'device-missing'
    | 'value-unreadable'
    | 'row-broken'
    | 'unit-doubtful'
    | 'device-by-file-name'
  readonly seen?: string
}

/** Names of files and what was seen in them come from others. */
function cell(said: string): string {
  const text = harmless(said)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table of problems that grows, as CSV with a mark that Excel knows. */
export class ProblemTable {
  count = 0

  constructor(private readonly path: string) {
    rmSync(path, { force: true })
    writeFileSync(path, '\ufefffile,row,why,seen\n')
  }

  add(problems: readonly RawProblem[]): void {
    this.count += problems.length
    const lines = problems.map(({ file, row, why, seen }) => `${cell(file)},${row ?? ''},${why},${cell(seen ?? '')}\n`)
    appendFileSync(this.path, lines.join(''))
  }
}
