import type { Month } from '@/domain/calendar'
import type { PointMonth } from './point-month'
import { type Decimal, mean, roundHalfEven } from './rounding'

/** The month of one county, with everything that its figure stands on. */
export interface CountyMonth {
  readonly county: string
  readonly month: Month
  /** Published figure, t/(km²·30d) to 0.1; null without a valid point. */
  readonly value: number | null
  /** The unrounded mean of the points as a decimal, for whoever asks why; null without points. */
  readonly exact: Decimal | null
  /** Points that count and points that do not; empty where only a published figure is known. */
  readonly points: readonly PointMonth[]
  readonly origin: 'points' | 'published'
  /** What the points lead to today: other than a published value where later data changed them. Null without points. */
  readonly computed: number | null
  /** Day of publication and what was corrected since, as the office wrote it; empty for a computed figure. */
  readonly publication: string
}

/** A figure that the bureau has published. */
export interface PublishedFigure {
  readonly county: string
  readonly month: Month
  readonly value: number
  readonly publication: string
}

/** A county's month = mean of its valid points, rounded once to 0.1 by GB/T 8170. */
export function countyMonth(county: string, month: Month, points: readonly PointMonth[]): CountyMonth {
  const exact = mean(points.flatMap((point) => (point.counted ? [point.value] : [])))
  const value = exact === null ? null : roundHalfEven(exact)
  return {
    county,
    month,
    value,
    exact: exact?.toFixed() ?? null,
    points,
    origin: 'points',
    computed: value,
    publication: '',
  }
}

/** A county's month as it was published. It stands whatever its points lead to later. */
export function publishedCountyMonth(
  { county, month, value, publication }: PublishedFigure,
  points: CountyMonth | undefined,
): CountyMonth {
  return {
    county,
    month,
    value,
    exact: points?.exact ?? null,
    points: points?.points ?? [],
    origin: 'published',
    computed: points?.value ?? null,
    publication,
  }
}
