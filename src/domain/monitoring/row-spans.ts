/** Rows of a file one behind the other, both ends included, as a spreadsheet numbers them. */
export interface RowSpan {
  readonly from: number
  readonly until: number
}

/** Rows that have something in common, in the order of the file. */
export interface SpannedRows {
  readonly rows: number
  /** The first spans of them. */
  readonly spans: readonly RowSpan[]
  /** How many spans there are beside these. */
  readonly more: number
}

/** So many spans of each are kept: of interleaved devices every row is one. */
const MOST_SPANS = 20

/** Rows gathered into spans as they come, a million of them too. */
export class RowSpans implements SpannedRows {
  rows = 0
  more = 0
  readonly spans: { from: number; until: number }[] = []
  private last = { from: 0, until: -1 }

  /** `row` counts from 1 on; the row of the last call once more is no other. */
  add(row: number): void {
    const { last } = this
    if (this.rows > 0 && row === last.until) return
    this.rows++
    if (this.rows > 1 && row === last.until + 1) {
      last.until = row
      return
    }
    this.last = { from: row, until: row }
    if (this.spans.length < MOST_SPANS) this.spans.push(this.last)
    else this.more++
  }
}
