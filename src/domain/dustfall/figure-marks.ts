import { type CountyMonth, differsFromPublished, isCorrected } from './county-month'
import type { RankedCounty } from './month-report'
import { changedComparisons } from './published-months'

/** Follows a figure that has a footnote. */
export const FOOTNOTE_MARK = '※'

/**
 * Whether a figure needs a mark: the office corrected it, it was published as below the detection limit, or today's
 * data leads to another one.
 */
export const hasFootnoteMark = (figure: CountyMonth | undefined): boolean =>
  figure !== undefined && (isCorrected(figure) || figure.writtenAs !== undefined || differsFromPublished(figure))

/** Whether a row needs a mark, for its figure or for its published changes. */
export const rowHasFootnoteMark = (row: RankedCounty): boolean =>
  hasFootnoteMark(row.figure) || changedComparisons(row).length > 0
