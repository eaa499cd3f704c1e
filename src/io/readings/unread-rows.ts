import { RowSpans, type SpannedRows } from '@/domain/monitoring/row-spans'

/** Why a row of readings, or a value in it, is not read. */
export type UnreadReason =
  | ('time' | 'device' | 'number' | 'flag' | 'parameter' | 'unit' | 'length' | 'checksum')
  /**
   * For packets: daily data, other commands, hours of a device with shorter data, in whole or for a parameter, and shorter
   * values in place of which the hour's stands.
   */
  | ('daily' | 'command' | 'finer' | 'finer-part' | 'hour')
  /**
   * For positions: no plate, no usable coordinates (blank, masked or encrypted), coordinates 0,0, coordinates swapped,
   * no satellite fix, or an invalid status or figure.
   */
  | ('plate' | 'position' | 'origin' | 'swapped' | 'unfixed' | 'figure')

/** Rows that were not read for one reason, of one device and column; without column: whole rows. */
export interface UnreadRow extends SpannedRows {
  readonly file: string
  /** Null if the row names none, or it does not matter. */
  readonly device: string | null
  readonly column: string | null
  readonly why: UnreadReason
  /** The first few distinct texts found. */
  readonly seen: readonly string[]
}

/** Maximum number of groups that are listed; the rest are only counted. */
const NAMED = 100
const LONGEST_SEEN = 40
/** Texts shown per group. */
const SEEN = 3
/** Maximum number of distinct unknown marks. */
const MARKS = 20

interface Found {
  readonly of: Pick<UnreadRow, 'device' | 'column' | 'why'>
  readonly seen: Set<string>
  readonly rows: RowSpans
}

/** Collects what was not read of a file: a million rows may have the same fault. */
export class UnreadRows {
  private readonly found = new Map<string, Found>()
  count = 0
  /** Marks in the file that are not known flags, with their counts. */
  readonly marks = new Map<string, number>()

  constructor(private readonly file: string) {}

  /** In the order of first occurrence. */
  get named(): readonly UnreadRow[] {
    return [...this.found.values()].map(({ of, seen, rows: { rows, spans, more } }) => ({
      ...{ file: this.file, ...of, seen: [...seen] },
      ...{ rows, spans, more },
    }))
  }

  /** `row` counts from 0. */
  add(row: number, column: string | null, why: UnreadReason, seen: string, device: string | null = null): void {
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
