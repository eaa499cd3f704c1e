import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Limit } from '@/domain/monitoring/settings'

/** The wind that a device itself measured in an hour. */
export interface MeasuredWind {
  readonly fromDegrees: number
  readonly metresPerSecond: number
  /** At which the hour begins. */
  readonly hour: Minute
}

/** Hours of a device above a limit that follow on one another, as why it is proposed to open a case. Amounts are in the unit of the parameter. */
export interface ExceedanceReason {
  readonly of: 'exceedance'
  readonly parameter: Parameter
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  /** How many hours of it. */
  readonly count: number
  /** Of the highest hour, what of it was compared with the limit, and what that allows. */
  readonly value: number
  readonly compared: number
  readonly allowedUpTo: number
  readonly limit: Limit
  /** Why any of these hours is doubted by what the device itself reported; none where nothing is, or a person found it valid. */
  readonly doubts: readonly Doubt[]
  /** How many of these hours a person found wrong. */
  readonly wrongHours: number
  /** In its highest hour; null where the device does not measure it. */
  readonly wind: MeasuredWind | null
}
