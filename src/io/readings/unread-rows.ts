/** Why a row of readings, or a value in it, is not read. */
export type UnreadWhy = 'time' | 'device' | 'number' | 'flag' | 'parameter' | 'unit' | 'length' | 'checksum'

/** What is not read of a file, by its row and column as a spreadsheet numbers them; no column: the whole row. */
export interface UnreadRow {
  readonly file: string
  /** The first of them. */
  readonly row: number
  readonly column: string | null
  readonly why: UnreadWhy
  readonly seen: string
  /** In how many rows the same stands in the same column and is not read for the same reason. */
  readonly places: number
}

/** So much is named, each once however many rows have it; the rest is only counted. */
const NAMED = 100
const LONGEST_SEEN = 40
/** So many marks that no flag is known by are told apart. */
const MARKS = 20

/** What is not read of a file: a million rows may be wrong in the same way. */
export class UnreadRows {
  private readonly found = new Map<string, { -readonly [Name in keyof UnreadRow]: UnreadRow[Name] }>()
  count = 0
  /** Marks that no flag is known by, as they stand in the file, and how often. */
  readonly marks = new Map<string, number>()

  constructor(private readonly file: string) {}

  /** The first of each, in the order of the file. */
  get named(): readonly UnreadRow[] {
    return [...this.found.values()]
  }

  add(row: number, column: string | null, why: UnreadWhy, seen: string): void {
    this.count++
    if (why === 'flag') this.mark(seen.trim().slice(0, LONGEST_SEEN))
    const cut = seen.slice(0, LONGEST_SEEN)
    const key = JSON.stringify([column, why, cut])
    const known = this.found.get(key)
    if (known) known.places++
    else if (this.found.size < NAMED)
      this.found.set(key, { file: this.file, row: row + 1, column, why, seen: cut, places: 1 })
  }

  private mark(seen: string): void {
    const known = this.marks.get(seen)
    if (known !== undefined || this.marks.size < MARKS) this.marks.set(seen, (known ?? 0) + 1)
  }
}
