import type { Month } from '@/domain/calendar'
import { figureHeading, isMean, isOtherFigure, isPlainFigure } from './figure-words'
import { monthOfHeading, UNDATED, yearIn } from './month-words'
import { isOfSeveralMonths } from './several-months'

/**
 * How well the heading of a column says that its figures are those of the table's month, best first: it names that
 * month, says nothing about the time, calls them means, has words that may mean anything (`本月检查`), or names another
 * month.
 */
const ORDER = ['month', 'unsaid', 'mean', 'unclear', 'otherMonth'] as const
export type FigureTime = (typeof ORDER)[number]

const THIS_MONTH = /当月|本月/

/**
 * What the heading of a figure says about its time, in a table of `month` (null if unknown). Null if the figures are
 * not those of one month, or of another year than the table's.
 */
export function figureTime(heading: string, month: Month | null): FigureTime | null {
  const text = figureHeading(heading)
  if (isOtherFigure(heading) || isOfSeveralMonths(text)) return null
  const own = monthOfHeading(heading, month?.slice(0, 4) ?? UNDATED)
  if (own !== null && month !== null && own !== month) return 'otherMonth'
  const year = yearIn(text)
  if (own === null && year !== null && month !== null && year !== month.slice(0, 4)) return null
  if (!isPlainFigure(heading)) return 'unclear'
  if (own !== null || THIS_MONTH.test(text)) return 'month'
  return isMean(text) ? 'mean' : 'unsaid'
}

/** Whether one column says less well than another that it has the figures of the month. */
export const isWorse = (one: FigureTime, other: FigureTime): boolean => ORDER.indexOf(one) > ORDER.indexOf(other)

/** Those of some columns whose headings say best that they have the figures of the month. */
export function bestOfMonth<Column>(columns: readonly Column[], timeOf: (column: Column) => FigureTime): Column[] {
  const best = ORDER.find((time) => columns.some((column) => timeOf(column) === time))
  return columns.filter((column) => timeOf(column) === best)
}
