import { addMonths, type Month } from '@/domain/calendar'
import type { CountyMonth } from './county-month'

/** The figure of a county in a month; null if there is none. */
export type FigureLookup = (county: string, month: Month) => number | null

/**
 * Figures of earlier months as of the publication of this month, where they were stored, else from today's data. The
 * published 环比, 同比 and year-to-date figures are based on these.
 */
export function publishedEarlierFigures(figures: readonly CountyMonth[], today: FigureLookup): FigureLookup {
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
