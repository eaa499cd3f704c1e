import Big from 'big.js'
import type { Month } from '@/domain/calendar'
import { remarkBeside } from './remark'
import { type Decimal, tenth, unrounded } from './rounding'
import { DETECTION_LIMIT, type Sample, sampleDustfall } from './sample'

/** An office's data for one point and month: a weighing, a value, or neither with the reason. */
export interface PointRecord {
  readonly point: string
  readonly month: Month
  readonly sample: Sample | null
  /** The value if the office has only the result, t/(km²·30d). */
  readonly given: number | null
  /** The laboratory's own text if the value is below the detection limit: `<0.2`; '' or absent if unknown. */
  readonly givenText?: string
  /** False: broken, stolen, tampered with, excluded for a sand-storm. */
  readonly valid: boolean
  /** Why the month does not count; beside a value that counts, only a remark. */
  readonly reason: string
}

/** Why a point's month does not count. */
export type ExclusionCause = 'missing' | 'void' | 'below-zero'

/** The month of one point: a value with its origin, or why it is excluded. */
export type PointMonth = { readonly point: string; readonly month: Month } & (
  | {
      readonly counted: true
      /** Unrounded: only the county's mean is rounded, once (GB/T 8170: no rounding of rounded figures). */
      readonly value: Decimal
      readonly measured: Decimal
      readonly sample: Sample | null
      readonly belowDetection: boolean
      /** The laboratory's own text for a value below the detection limit, if known. */
      readonly writtenAs?: string
      /** What the office wrote beside the value; absent if nothing. */
      readonly remark?: string
    }
  | { readonly counted: false; readonly cause: ExclusionCause; readonly reason: string }
)

/** Words by which a stored reason says itself that there is no valid measurement. */
const OWN_STATUS = /停测|缺测|未测|未监测|未采|暂停监测|无效|作废/

/**
 * Whether a reason stands for itself: before 停测 the words "void" or "missing" would say something else than what is
 * stored.
 */
export const saysOwnStatus = (reason: string): boolean => OWN_STATUS.test(reason)

/** Whether a measurement is below the detection limit (HJ 1221-2021). */
export const isBelowDetection = (measured: Big | Decimal): boolean => new Big(measured).lt(DETECTION_LIMIT)

/**
 * Evaluates the month of one point. Below the detection limit the value counts as `belowDetectionShare` of the limit.
 * Void, missing and impossible weighings are excluded with a reason, never taken as zero.
 */
export function pointMonth(record: PointRecord, belowDetectionShare: number): PointMonth {
  const { point, month, sample, given, reason } = record
  if (!record.valid) return { point, month, counted: false, cause: 'void', reason }
  const measured = sample ? sampleDustfall(sample) : given === null ? null : new Big(given)
  if (measured === null) return { point, month, counted: false, cause: 'missing', reason }
  if (measured.lt(0)) return { point, month, counted: false, cause: 'below-zero', reason }
  const belowDetection = isBelowDetection(measured)
  const value = belowDetection ? new Big(DETECTION_LIMIT).times(belowDetectionShare) : measured
  const written = belowDetection && !sample && record.givenText ? { writtenAs: record.givenText } : {}
  const measuredText = measured.toFixed()
  return {
    point,
    month,
    counted: true,
    value: value.toFixed(),
    measured: measuredText,
    sample,
    belowDetection,
    ...written,
    ...remarkBeside(reason),
  }
}

type CountedMonth = Extract<PointMonth, { counted: true }>

/** A value as lists and maps show it: to 0.1, or `<0.2` below the detection limit, as the laboratory wrote it. */
export const shownValue = (month: CountedMonth): string =>
  month.belowDetection ? (month.writtenAs ?? `<${DETECTION_LIMIT}`) : tenth(month.value)

/**
 * A measurement as its derivation shows it: to four decimals. A result without a number is not shown as zero, which
 * nobody measured, but as {@link shownValue}.
 */
export const shownMeasurement = (month: CountedMonth): string =>
  hasNoNumber(month) ? shownValue(month) : Number(month.measured).toFixed(4)

/** A result that was given and not calculated from a weighing: with the decimals that it was given with, at least one. */
export const givenMeasurement = (month: CountedMonth): string =>
  hasNoNumber(month) ? shownValue(month) : unrounded(Number(month.measured))

const hasNoNumber = ({ belowDetection, writtenAs, measured }: CountedMonth) =>
  belowDetection && (writtenAs !== undefined || Number(measured) === 0)
