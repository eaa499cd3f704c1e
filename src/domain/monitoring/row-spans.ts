/** Consecutive rows of a file, both ends included, numbered as in a spreadsheet. */
export interface RowSpan {
  readonly from: number
  readonly until: number
}

/** Rows with something in common, in file order. */
export interface SpannedRows {
  readonly rows: number
  /** The first spans. */
  readonly spans: readonly RowSpan[]
  /** The number of further spans. */
  readonly more: number
}

/** The maximum number of spans kept: if devices are interleaved, each row is a span of its own. */
const MAX_SPANS = 20

/** Collects rows into spans as they arrive; suits millions of rows. */
export class RowSpans implements SpannedRows {
  rows = 0
  more = 0
  readonly spans: { from: number; until: number }[] = []
  private last = { from: 0, until: -1 }

  /** `row` counts from 1; repeating the previous row has no effect. */
  add(row: number): void {
    const { last } = this
    if (this.rows > 0 && row === last.until) return
    this.rows++
    if (this.rows > 1 && row === last.until + 1) {
      last.until = row
      return
    }
    this.last = { from: row, until: row }
    if (this.spans.length < MAX_SPANS) this.spans.push(this.last)
    else this.more++
  }
}
