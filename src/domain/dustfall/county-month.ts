import type { Month } from '@/domain/calendar'
import type { PointMonth } from './point-month'
import { mentionsCorrection } from './publication'
import { remarkBeside } from './remark'
import { type Decimal, mean, roundHalfEven } from './rounding'

/** A figure, and the points whose mean it is. */
export interface PointsMean {
  /** Rounded once to 0.1, t/(km²·30d); null if no point is valid. */
  readonly value: number | null
  /** The unrounded mean of the points as a decimal, to explain the figure; null if no point is valid. */
  readonly exact: Decimal | null
  /** Counted and excluded points; empty if only a published figure is known. */
  readonly points: readonly PointMonth[]
}

/**
 * The figure of one county for a month, with everything it is based on. For a published month, `value` is the published
 * figure and `points` are those of the day of publication, or today's if those were not stored.
 */
export interface CountyMonth extends PointsMean {
  readonly county: string
  readonly month: Month
  readonly origin: 'points' | 'published'
  /** The result of today's data; it differs from the published one if later data changed it. */
  readonly now: PointsMean
  /** Day of publication and later corrections, in the office's words; empty for a computed figure. */
  readonly publication: string
  /** Why there is no figure, in the words of the county's table; absent if it did not say, and with a figure. */
  readonly reason?: string
  /** A published figure below the detection limit as it was written, such as "<0.2"; `value` is what it counts as. */
  readonly writtenAs?: string
  /** What the office wrote beside a published figure; absent if nothing. */
  readonly remark?: string
  /** The previous months as of the publication, latest first; absent if not stored. */
  readonly earlier?: readonly EarlierMonth[] | undefined
  /** The limit in force on the day of publication; absent if not stored. */
  readonly dustfallLimit?: number | undefined
}

/** Why a county has no figure: as its table says, else as its points do; '' if it has one or nobody said. */
export const whyNoFigure = ({ value, reason, points }: Pick<CountyMonth, 'value' | 'reason' | 'points'>): string =>
  value !== null
    ? ''
    : (reason ??
      [...new Set(points.flatMap((point) => (point.counted || !point.reason ? [] : [point.reason])))].join('；'))

/** Why a county was not measured in a month. */
export interface UnmeasuredMonth {
  readonly county: string
  readonly month: Month
  readonly reason: string
}

/** A previous month as of the publication of a later one. */
export interface EarlierMonth {
  /** Null: it had no figure. */
  readonly value: number | null
  /** The limit that applied to it; absent if not stored. */
  readonly dustfallLimit?: number | undefined
}

/** A figure published by the bureau. */
export interface PublishedFigure {
  readonly county: string
  readonly month: Month
  /** Null if the month was published without a valid figure. */
  readonly value: number | null
  /** As written if it is below the detection limit; '' if not. */
  readonly givenText?: string
  /** What the office wrote beside it; '' if nothing. */
  readonly remark?: string
  readonly publication: string
  /** The points on the day of publication; absent if only the figure is known. */
  readonly points?: readonly PointMonth[] | undefined
  /** The previous months as of that day, latest first; absent if not stored. */
  readonly earlier?: readonly EarlierMonth[] | undefined
  /** The limit in force on that day, t/(km²·30d); absent if not stored. */
  readonly dustfallLimit?: number | undefined
}

const NO_POINTS: PointsMean = { value: null, exact: null, points: [] }

/** The mean of the counted points, rounded once to 0.1 by GB/T 8170. */
function meanOf(points: readonly PointMonth[]): PointsMean {
  const exact = mean(points.flatMap((point) => (point.counted ? [point.value] : [])))
  return { value: exact === null ? null : roundHalfEven(exact), exact: exact?.toFixed() ?? null, points }
}

/** A county's figure = mean of its valid points. */
export function countyMonth(county: string, month: Month, points: readonly PointMonth[]): CountyMonth {
  const now = points.length === 0 ? NO_POINTS : meanOf(points)
  return { county, month, ...now, origin: 'points', now, publication: '' }
}

/**
 * A county's month as published. It stays as it is whatever its points give later, even if it was published without a
 * figure.
 */
export function publishedCountyMonth(
  { county, month, value, givenText, remark, publication, points: kept, earlier, dustfallLimit }: PublishedFigure,
  computed: CountyMonth | undefined,
): CountyMonth {
  const now = computed?.now ?? NO_POINTS
  const then = kept?.map((point) => withSample(point, now.points)) ?? (value === null ? [] : null)
  const { exact, points } = then === null ? now : meanOf(then)
  const beside = {
    ...(givenText && { writtenAs: givenText }),
    ...(value !== null && remarkBeside(remark)),
    ...(earlier && { earlier }),
    ...(dustfallLimit !== undefined && { dustfallLimit }),
  }
  return { county, month, value, exact, points, origin: 'published', now, publication, ...beside }
}

/** A point as stored, or today's point with its weighing if the value is the same. */
function withSample(kept: PointMonth, today: readonly PointMonth[]): PointMonth {
  const same = today.find(({ point }) => point === kept.point)
  const isSame = kept.counted && same?.counted && same.value === kept.value && same.measured === kept.measured
  return isSame ? { ...same, ...(kept.writtenAs === undefined ? {} : { writtenAs: kept.writtenAs }) } : kept
}

/**
 * Whether today's data gives another figure than the published one, as both are shown: one published with more decimals,
 * or as below detection, is rounded like the mean of its points. False if there is no data today.
 */
export const differsFromPublished = ({ origin, value, now }: CountyMonth): boolean =>
  origin === 'published' && (now.points.length > 0 || now.value !== null) && shown(now.value) !== shown(value)

const shown = (value: number | null) => (value === null ? null : roundHalfEven(value))

/** Whether any point differs from the day of publication; false if there is no data today. */
export const pointsDifferFromPublished = ({ points, now }: CountyMonth): boolean =>
  points !== now.points &&
  now.points.length > 0 &&
  (points.length !== now.points.length ||
    points.some((kept) => {
      const today = now.points.find(({ point }) => point === kept.point)
      return !today || today.counted !== kept.counted || (today.counted && kept.counted && today.value !== kept.value)
    }))

/**
 * Whether only a count for "below the detection limit" stands for the month: it was published so, or all points that
 * count are below it. Such a figure says nothing of a change.
 */
export function isUnmeasured({ writtenAs, value, exact, points }: CountyMonth): boolean {
  if (writtenAs !== undefined) return true
  const counted = points.filter((point) => point.counted)
  return counted.length > 0 && roundHalfEven(exact!) === value && counted.every(({ belowDetection }) => belowDetection)
}

/** Whether the office's note says that the published figure was corrected. */
export const isCorrected = ({ publication }: Pick<CountyMonth, 'publication'>): boolean =>
  mentionsCorrection(publication)
