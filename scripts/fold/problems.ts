import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { withoutFormula } from '@/io/export/formula'

/** Something in a raw file that could not be read. */
export interface RawProblem {
  readonly file: string
  /** Line number as in an editor; absent if it concerns the whole file. */
  readonly row?: number
  readonly why:
    | 'no-table-of-monitors'
    /** The whole file: none of it is folded. */
    | 'made-up'
    | 'time-unreadable'
    | 'device-missing'
    | 'value-unreadable'
    | 'row-broken'
    | 'unit-doubtful'
    | 'device-by-file-name'
    /** Values left out, because those of another file, of another interval, count for the same hours of the device. */
    | 'other-interval-elsewhere'
  readonly seen?: string
}

/** File names and cell texts come from outside, so they are escaped. */
function cell(said: string): string {
  const text = withoutFormula(said)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A growing table of problems, as CSV with a byte order mark for Excel. */
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
