import { RowSpans, type SpannedRows } from '@/domain/monitoring/row-spans'

/** Why a row of readings, or a value in it, is not read. */
export type UnreadWhy =
  | ('time' | 'device' | 'number' | 'flag' | 'parameter' | 'unit' | 'length' | 'checksum')
  /** Of positions: no plate, a place that is 0,0, one whose coordinates stand the wrong way round, a mark or figure beside them. */
  | ('plate' | 'origin' | 'swapped' | 'figure')

/** What is not read of a file for one reason, of one device and column; no column: whole rows. */
export interface UnreadRow extends SpannedRows {
  readonly file: string
  /** Null where the row says none, or it matters to none. */
  readonly device: string | null
  readonly column: string | null
  readonly why: UnreadWhy
  /** What stands there, the first of it, each once. */
  readonly seen: readonly string[]
}

/** So much is named, rows that are alike together; the rest is only counted. */
const NAMED = 100
const LONGEST_SEEN = 40
/** So many texts of each are shown. */
const SEEN = 3
/** So many marks that no flag is known by are told apart. */
const MARKS = 20

interface Found {
  readonly of: Pick<UnreadRow, 'device' | 'column' | 'why'>
  readonly seen: Set<string>
  readonly rows: RowSpans
}

/** What is not read of a file: a million rows may be wrong in the same way. */
export class UnreadRows {
  private readonly found = new Map<string, Found>()
  count = 0
  /** Marks that no flag is known by, as they stand in the file, and how often. */
  readonly marks = new Map<string, number>()

  constructor(private readonly file: string) {}

  /** In the order in which the first of each stands in the file. */
  get named(): readonly UnreadRow[] {
    return [...this.found.values()].map(({ of, seen, rows: { rows, spans, more } }) => ({
      ...{ file: this.file, ...of, seen: [...seen] },
      ...{ rows, spans, more },
    }))
  }

  /** `row` counts from 0 on. */
  add(row: number, column: string | null, why: UnreadWhy, seen: string, device: string | null = null): void {
    this.count++
    if (why === 'flag') this.mark(seen.trim().slice(0, LONGEST_SEEN))
    const key = JSON.stringify([column, why, device])
    let known = this.found.get(key)
    if (!known) {
      if (this.found.size === NAMED) return
      known = { of: { device, column, why }, seen: new Set(), rows: new RowSpans() }
      this.found.set(key, known)
    }
    known.rows.add(row + 1)
    if (known.seen.size < SEEN && seen !== '') known.seen.add(seen.slice(0, LONGEST_SEEN))
  }

  private mark(seen: string): void {
    const known = this.marks.get(seen)
    if (known !== undefined || this.marks.size < MARKS) this.marks.set(seen, (known ?? 0) + 1)
  }
}
