import { exceedsLimit } from './limit'
import type { MonthReport } from './month-report'

/** Counties over today's limit, where any of a month stands by the one that it was published with; null where that is the same. */
export const overLimitNow = ({ rows, limits, limitNow }: MonthReport): readonly string[] | null =>
  limits.every((each) => each === limitNow)
    ? null
    : rows.flatMap(({ county, figure: { value } }) => (value !== null && exceedsLimit(value, limitNow) ? [county] : []))
