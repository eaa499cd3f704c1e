import { exceedsLimit } from './limit'
import type { MonthReport } from './month-report'

/** The counties over today's limit; null if all counties of the month are judged by today's limit anyway. */
export const countiesOverCurrentLimit = ({ rows, limits, limitNow }: MonthReport): readonly string[] | null =>
  limits.every((each) => each === limitNow)
    ? null
    : rows.flatMap(({ county, figure: { value } }) => (value !== null && exceedsLimit(value, limitNow) ? [county] : []))
