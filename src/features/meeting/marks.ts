import { type CountyMonth, differsNow, isCorrected } from '@/domain/dustfall/county-month'

/** Stands behind a figure that has a footnote. */
export const MARK = '※'

/** Whether a figure needs a mark: the office corrected it, or today's data leads to another one. */
export const isMarked = (figure: CountyMonth | undefined): boolean =>
  figure !== undefined && (isCorrected(figure) || differsNow(figure))
