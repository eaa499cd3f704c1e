import type { Month } from '@/domain/calendar'
import type { PointMonth } from './point-month'
import { type Decimal, mean, roundHalfEven } from './rounding'

/** The month of one county, with everything that its figure stands on. */
export interface CountyMonth {
  readonly county: string
  readonly month: Month
  /** Published figure, t/(km²·30d) to 0.1; null without a valid point. */
  readonly value: number | null
  /** The unrounded mean as a decimal, for whoever asks why; null for a given figure. */
  readonly exact: Decimal | null
  /** Points that count and points that do not; empty where the figure was given as published. */
  readonly points: readonly PointMonth[]
  readonly origin: 'points' | 'published'
}

/** A county's month = mean of its valid points, rounded once to 0.1 by GB/T 8170. */
export function countyMonth(county: string, month: Month, points: readonly PointMonth[]): CountyMonth {
  const exact = mean(points.flatMap((point) => (point.counted ? [point.value] : [])))
  const value = exact === null ? null : roundHalfEven(exact)
  return { county, month, value, exact: exact?.toFixed() ?? null, points, origin: 'points' }
}

/** A county's month as it was published. */
export function publishedCountyMonth(county: string, month: Month, value: number): CountyMonth {
  return { county, month, value, exact: null, points: [], origin: 'published' }
}
