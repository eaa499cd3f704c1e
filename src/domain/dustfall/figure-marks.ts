import { type CountyMonth, differsNow, isCorrected } from './county-month'
import type { RankedCounty } from './month-report'
import { changedComparisons } from './published-months'

/** Follows a figure that has a footnote. */
export const FOOTNOTE_MARK = '※'

/** Whether a figure needs a mark: the office corrected it, or today's data leads to another one. */
export const isMarked = (figure: CountyMonth | undefined): boolean =>
  figure !== undefined && (isCorrected(figure) || differsNow(figure))

/** Whether a row needs a mark, for its figure or for its published changes. */
export const isMarkedRow = (row: RankedCounty): boolean => isMarked(row.figure) || changedComparisons(row).length > 0
