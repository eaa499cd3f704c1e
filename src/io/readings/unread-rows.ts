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
/** So many marks that no flag is known by are told apart. */
const MARKS = 20

/** What is not read of a file: a million rows may be wrong in the same way. */
export class UnreadRows {
  readonly named: UnreadRow[] = []
  count = 0
  /** Marks that no flag is known by, as they stand in the file, and how often. */
  readonly marks = new Map<string, number>()

  constructor(private readonly file: string) {}

  add(row: number, column: string | null, why: UnreadWhy, seen: string): void {
    this.count++
    if (why === 'flag') this.mark(seen.trim().slice(0, LONGEST_SEEN))
    if (this.named.length < NAMED)
      this.named.push({ file: this.file, row: row + 1, column, why, seen: seen.slice(0, LONGEST_SEEN) })
  }

  private mark(seen: string): void {
    const known = this.marks.get(seen)
    if (known !== undefined || this.marks.size < MARKS) this.marks.set(seen, (known ?? 0) + 1)
  }
}
