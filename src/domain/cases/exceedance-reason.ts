import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Limit } from '@/domain/monitoring/settings'

/** The wind that a device itself measured in an hour. */
export interface MeasuredWind {
  readonly fromDegrees: number
  readonly metresPerSecond: number
  /** The start of the hour. */
  readonly hour: Minute
}

/**
 * Consecutive hours of a device above a limit, as the reason for proposing a case. Amounts are in the unit of the
 * parameter.
 */
export interface ExceedanceReason {
  readonly of: 'exceedance'
  readonly parameter: Parameter
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  /** The starts of the hours above the limit, without those that a person judged wrong. */
  readonly overHours: readonly Minute[]
  /** In how many of them nothing was subtracted, though the limit's rule subtracts a background: it is unknown. */
  readonly alone: number
  /**
   * The highest measured value, the highest value compared with the limit, which may be of another hour, and the maximum
   * allowed.
   */
  readonly value: number
  readonly compared: number
  readonly allowedUpTo: number
  readonly limit: Limit
  /**
   * Doubts about any of these hours, also from comparison with neighbours; empty if there are none or a person judged
   * them valid.
   */
  readonly doubts: readonly Doubt[]
  /** How many other hours of the period a person judged wrong. */
  readonly wrongHours: number
  /** In the highest hour; null if the device does not measure it. */
  readonly wind: MeasuredWind | null
}
