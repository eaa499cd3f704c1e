/** Why a row of readings, or a value in it, is not read. */
export type UnreadWhy = 'time' | 'device' | 'number' | 'flag' | 'parameter' | 'unit' | 'length' | 'checksum'

/** A place of a file that is not read, by its row and column as a spreadsheet numbers them; no column: the whole row. */
export interface UnreadRow {
  readonly file: string
  readonly row: number
  readonly column: string | null
  readonly why: UnreadWhy
  readonly seen: string
}

/** So many places are named; the others are only counted. */
const NAMED = 100
const LONGEST_SEEN = 40

/** What is not read of a file: a million rows may be wrong in the same way. */
export class UnreadRows {
  readonly named: UnreadRow[] = []
  count = 0

  constructor(private readonly file: string) {}

  add(row: number, column: string | null, why: UnreadWhy, seen: string): void {
    this.count++
    if (this.named.length < NAMED)
      this.named.push({ file: this.file, row: row + 1, column, why, seen: seen.slice(0, LONGEST_SEEN) })
  }
}
