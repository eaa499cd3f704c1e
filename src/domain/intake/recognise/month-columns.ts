import type { Month } from '@/domain/calendar'
import { isPlainFigure } from './figure-words'
import { monthOfHeading, type YearOfMonths } from './month-words'

/** The columns of a table whose headings are months. */
export interface MonthColumns {
  /** The month of each column. */
  readonly months: ReadonlyMap<number, Month>
  /** Months that several columns have, of which none is rather dustfall than the others. */
  readonly contested: readonly Month[]
}

const saysDustfall = (name: string) => /降尘|dustfall/i.test(name)

/**
 * Finds the columns of dustfall by month. If some headings are plain months or say dustfall, those with other words, or
 * below another group, are something else: `某某/10月` beside `降尘量/10月`. Of several columns with the same month, the
 * one that says dustfall counts.
 */
export function monthColumns(names: readonly string[], year: YearOfMonths): MonthColumns {
  const all = names.flatMap((name, column) => {
    const month = name === '' ? null : monthOfHeading(name, year)
    return month === null ? [] : [{ name, column, month }]
  })
  const own = all.filter(({ name }) => saysDustfall(name) || isPlainFigure(name))
  const found = own.length > 0 ? own : all
  const isTwice = (month: Month, columns: typeof all) => columns.filter((each) => each.month === month).length > 1
  const said = found.filter(({ name }) => saysDustfall(name))
  const isOnlySaid = (month: Month) => said.some((each) => each.month === month) && !isTwice(month, said)
  const kept = found.filter(({ name, month }) => !isTwice(month, found) || !isOnlySaid(month) || saysDustfall(name))
  return {
    months: new Map(kept.map(({ column, month }) => [column, month])),
    contested: [...new Set(kept.flatMap(({ month }) => (isTwice(month, kept) ? month : [])))],
  }
}
