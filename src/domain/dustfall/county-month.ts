import type { Month } from '@/domain/calendar'
import type { PointMonth } from './point-month'
import { saysCorrected } from './publication'
import { type Decimal, mean, roundHalfEven } from './rounding'

/** A figure, and the points that it is the mean of. */
export interface PointsMean {
  /** Rounded once to 0.1, t/(km²·30d); null without a valid point. */
  readonly value: number | null
  /** The unrounded mean of the points as a decimal, for whoever asks why; null without a valid point. */
  readonly exact: Decimal | null
  /** Points that count and points that do not; empty where only a published figure is known. */
  readonly points: readonly PointMonth[]
}

/**
 * The month of one county, with everything that its figure stands on. Of a published month `value` is what was published and
 * `points` are those of the day of publication, where they were kept; else today's.
 */
export interface CountyMonth extends PointsMean {
  readonly county: string
  readonly month: Month
  readonly origin: 'points' | 'published'
  /** What today's data leads to: other than what was published where later data changed it. */
  readonly now: PointsMean
  /** Day of publication and what was corrected since, as the office wrote it; empty for a computed figure. */
  readonly publication: string
  /** The months before as the publication had them, the last one first; absent where they were not kept. */
  readonly earlier?: readonly EarlierMonth[] | undefined
  /** The limit that stood on the day of publication; absent where it was not kept. */
  readonly dustfallLimit?: number | undefined
}

/** A month before as the publication of a later one had it. */
export interface EarlierMonth {
  /** Null: it had no figure. */
  readonly value: number | null
  /** The limit that it was judged by; absent where that was not kept. */
  readonly dustfallLimit?: number | undefined
}

/** A figure that the bureau has published. */
export interface PublishedFigure {
  readonly county: string
  readonly month: Month
  /** Null: published as a month without a valid figure. */
  readonly value: number | null
  readonly publication: string
  /** The points as they were on the day of publication; absent where only the figure is known. */
  readonly points?: readonly PointMonth[] | undefined
  /** The months before as they were on that day, the last one first; absent where they were not kept. */
  readonly earlier?: readonly EarlierMonth[] | undefined
  /** The limit that stood on that day, t/(km²·30d); absent where it was not kept. */
  readonly dustfallLimit?: number | undefined
}

const NO_POINTS: PointsMean = { value: null, exact: null, points: [] }

/** The mean of the points that count, rounded once to 0.1 by GB/T 8170. */
function meanOf(points: readonly PointMonth[]): PointsMean {
  const exact = mean(points.flatMap((point) => (point.counted ? [point.value] : [])))
  return { value: exact === null ? null : roundHalfEven(exact), exact: exact?.toFixed() ?? null, points }
}

/** A county's month = mean of its valid points. */
export function countyMonth(county: string, month: Month, points: readonly PointMonth[]): CountyMonth {
  const now = points.length === 0 ? NO_POINTS : meanOf(points)
  return { county, month, ...now, origin: 'points', now, publication: '' }
}

/** A county's month as it was published. It stands whatever its points lead to later; so does that it had none. */
export function publishedCountyMonth(
  { county, month, value, publication, points: kept, earlier, dustfallLimit }: PublishedFigure,
  computed: CountyMonth | undefined,
): CountyMonth {
  const now = computed?.now ?? NO_POINTS
  const then = kept?.map((point) => withSample(point, now.points)) ?? (value === null ? [] : null)
  const { exact, points } = then === null ? now : meanOf(then)
  const beside = { ...(earlier && { earlier }), ...(dustfallLimit !== undefined && { dustfallLimit }) }
  return { county, month, value, exact, points, origin: 'published', now, publication, ...beside }
}

/** A point as it was kept, with today's weighing where that leads to the same value. */
function withSample(kept: PointMonth, today: readonly PointMonth[]): PointMonth {
  const same = today.find(({ point }) => point === kept.point)
  const isSame = kept.counted && same?.counted && same.value === kept.value && same.measured === kept.measured
  return isSame ? same : kept
}

/** Whether later data leads to another figure than was published; no, where nothing is known of today. */
export const differsNow = ({ origin, value, now }: CountyMonth): boolean =>
  origin === 'published' && (now.points.length > 0 || now.value !== null) && now.value !== value

/** Whether any point differs today from what it was on the day of publication; no, where nothing is known of today. */
export const pointsDifferNow = ({ points, now }: CountyMonth): boolean =>
  points !== now.points &&
  now.points.length > 0 &&
  (points.length !== now.points.length ||
    points.some((kept) => {
      const today = now.points.find(({ point }) => point === kept.point)
      return !today || today.counted !== kept.counted || (today.counted && kept.counted && today.value !== kept.value)
    }))

/** Whether the office has put a published figure right, by what it wrote of it. */
export const isCorrected = ({ publication }: Pick<CountyMonth, 'publication'>): boolean => saysCorrected(publication)
