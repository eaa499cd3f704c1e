import { addMonths, type Month } from '@/domain/calendar'
import type { CountyMonth } from './county-month'

/** The figure of a county in a month; null where there is none. */
export type FigureOf = (county: string, month: Month) => number | null

/**
 * The figures of earlier months as the publication of one had them, where it kept them; by today's data elsewhere.
 * What was published of 环比, 同比 and the year so far stands on these.
 */
export function earlierAsPublished(figures: readonly CountyMonth[], today: FigureOf): FigureOf {
  const kept = new Map<string, number | null>()
  for (const { county, month, earlier = [] } of figures)
    earlier.forEach(({ value }, i) => {
      kept.set(`${county} ${addMonths(month, -1 - i)}`, value)
    })
  if (kept.size === 0) return today
  return (county, month) => {
    const value = kept.get(`${county} ${month}`)
    return value === undefined ? today(county, month) : value
  }
}
