import { type CountyMonth, differsFromPublished, isCorrected, isUnmeasured } from './county-month'
import type { RankedCounty } from './month-report'
import { changedComparisons } from './published-months'
import { isShownEqual, roundHalfEven, tenth } from './rounding'

/** Follows a figure that has a footnote. */
export const FOOTNOTE_MARK = '※'

/** Whether a published figure has more decimals than are shown: 4.05 is shown as 4.0. */
export const isShownRounded = ({ origin, value }: CountyMonth): boolean =>
  origin === 'published' && value !== null && roundHalfEven(value) !== value

/**
 * Whether a figure needs a mark: the office corrected it or wrote a remark beside it, it is below the detection limit,
 * it is shown rounded, or today's data leads to another one.
 */
export const hasFootnoteMark = (figure: CountyMonth | undefined): boolean =>
  figure !== undefined &&
  (isCorrected(figure) ||
    figure.remark !== undefined ||
    isUnmeasured(figure) ||
    isShownRounded(figure) ||
    differsFromPublished(figure))

/** Whether a row needs a mark, for its figure, for its published changes, or for a change that is not given. */
export const rowHasFootnoteMark = (row: RankedCounty): boolean =>
  hasFootnoteMark(row.figure) || changedComparisons(row).length > 0 || Object.keys(row.uncompared).length > 0

/** A county's figure as text, with the mark if it needs one; a dash if it has no figure. */
export const markedTenth = (figure: CountyMonth | undefined): string =>
  tenth(figure?.value) + (hasFootnoteMark(figure) ? FOOTNOTE_MARK : '')

/** The largest or smallest figure of some counties as text, with the mark if it is the figure of one that needs it. */
export const markedExtreme = (rows: readonly RankedCounty[], value: number | null): string => {
  const isMarked = rows.some(({ figure }) => isShownEqual(figure.value, value) && hasFootnoteMark(figure))
  return tenth(value) + (isMarked ? FOOTNOTE_MARK : '')
}
