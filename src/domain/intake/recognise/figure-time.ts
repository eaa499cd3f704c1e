import type { Month } from '@/domain/calendar'
import { commonForms } from '@/domain/sources/reading/cell'
import { monthOfHeading, UNDATED, yearIn } from './month-words'
import { isOfSeveralMonths } from './several-months'

/**
 * How well the heading of a column says that its figures are those of the table's month, best first: it names that
 * month, says nothing about the time, calls them means, or names another month.
 */
const ORDER = ['month', 'unsaid', 'mean', 'otherMonth'] as const
export type FigureTime = (typeof ORDER)[number]

const THIS_MONTH = /当月|本月/
const MEAN = /均值|平均/
/** Figures of another time, and figures derived from the month's. */
const NO_FIGURE_OF_MONTH = /去年|上年|前年|往年|历年|同期|上月|同比|环比|限值|标准值|目标|排名|名次|达标|超标/

/**
 * What the heading of a figure says about its time, in a table of `month` (null if unknown). Null if the figures are
 * not those of one month, or of another year than the table's.
 */
export function figureTime(heading: string, month: Month | null): FigureTime | null {
  const text = commonForms(heading)
  const own = monthOfHeading(heading, month?.slice(0, 4) ?? UNDATED)
  if (own !== null) return month === null || own === month ? 'month' : 'otherMonth'
  if (isOfSeveralMonths(text) || NO_FIGURE_OF_MONTH.test(text)) return null
  const year = yearIn(text)
  if (year !== null && month !== null && year !== month.slice(0, 4)) return null
  if (THIS_MONTH.test(text)) return 'month'
  return MEAN.test(text) ? 'mean' : 'unsaid'
}

/** Those of some columns whose headings say best that they have the figures of the month. */
export function bestOfMonth<Column>(columns: readonly Column[], timeOf: (column: Column) => FigureTime): Column[] {
  const best = ORDER.find((time) => columns.some((column) => timeOf(column) === time))
  return columns.filter((column) => timeOf(column) === best)
}
