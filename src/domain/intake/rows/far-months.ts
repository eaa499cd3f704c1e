import { addMonths, type Month } from '@/domain/calendar'
import type { Note } from '@/domain/sources/reading/field-reader'

/** Months this far before all later ones are doubted: a digit of the year is most often mistyped. */
const FAR_MONTHS = 60

/** A row that states a month, and the heading of its cell. */
interface Stated {
  readonly row: number
  readonly heading: string
}

/**
 * Finds months of a file that lie years before all later months of the file and the package, as 2002-11 for 2022-11
 * does. A month that lies years after all others is a new beginning; one of the future is refused anyway.
 */
export class FarMonths {
  private readonly stated = new Map<Month, Stated[]>()

  /** @param known months of the package */
  constructor(private readonly known: readonly Month[]) {}

  add(month: Month, row: number, heading: string): void {
    const rows = this.stated.get(month)
    if (rows) rows.push({ row, heading })
    else this.stated.set(month, [{ row, heading }])
  }

  /** Reports each row of such a month, with the first of the later months. */
  finish(report: (row: number, heading: string, note: Note) => void): void {
    const months = [...new Set([...this.known, ...this.stated.keys()])].sort()
    const next = months.findLast((month, i) => i > 0 && addMonths(months[i - 1]!, FAR_MONTHS) < month)
    if (next === undefined) return
    for (const [month, rows] of this.stated)
      if (month < next)
        for (const { row, heading } of rows)
          report(row, heading, { code: 'month-far', seen: month, expected: next, action: 'kept' })
  }
}
