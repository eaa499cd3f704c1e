import { addMonths, type Month } from '@/domain/calendar'
import type { CountyMonth, EarlierMonth } from './county-month'
import { DETECTION_LIMIT } from './sample'

/** A county's figure in a month, as other months are compared with it. */
export interface FigureThen {
  /** Null if there is none. */
  readonly value: number | null
  /** See `isUnmeasured` of a county's month. */
  readonly isUnmeasured: boolean
}

export type FigureLookup = (county: string, month: Month) => FigureThen

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
    const now = today(county, month)
    return value === undefined ? now : figureThen(value, now)
  }
}

/** A publication stores numbers only: a figure that today's data no longer has is judged by its number. */
function figureThen(value: EarlierMonth['value'], now: FigureThen): FigureThen {
  return value === now.value ? now : { value, isUnmeasured: value !== null && value < DETECTION_LIMIT }
}
