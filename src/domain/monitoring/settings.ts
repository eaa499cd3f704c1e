import type { Bilingual } from '@/domain/bilingual'
import type { BesideDustfallRule } from './beside-dustfall'
import type { HourRule } from './hours'
import type { Parameter } from './parameter'
import type { RoseRule } from './pollution-rose'

/**
 * The source of a setting, and whether somebody checked the setting against it; unconfirmed settings are marked as such
 * on screen.
 */
export interface Sourced {
  readonly source: Bilingual
  readonly confirmed: boolean
}

/** How hours make a daily mean. */
export interface DayRule {
  /** The minimum number of hours with a mean. */
  readonly leastHours: number
}

/** When a device counts as online. */
export interface OnlineRule {
  /** The minimum share of its readings that must arrive, 0…1. */
  readonly leastShare: number
  /** The number of days, up to the day in question; absent: readings decide no requirement. */
  readonly days?: number
}

/**
 * The background level of a county: a quantile of its devices' values in the same hour, if at least `leastDevices` have
 * one.
 */
export interface BackgroundOfDevices {
  readonly quantile: number
  readonly leastDevices: number
}

/** How the background level of the county is subtracted from a value before it is compared with the limit. */
export type BackgroundRule =
  /** Subtracts the background, at most `cap`, in the unit of the limit. */
  | { readonly by: 'difference'; readonly parameter: Parameter; readonly cap?: number }
  /**
   * By the ratio of the value to the background: up to `share` the value is compared as it is; above it, `share` times
   * the background is subtracted; from `alarm` on it counts as exceeding, whatever the limit. The alarm does not apply
   * to a background below `least`, in the unit of the limit.
   */
  | {
      readonly by: 'ratio'
      readonly parameter: Parameter
      readonly share: number
      readonly alarm: number
      readonly least?: number
    }

/** A limit for values of monitors. */
export interface Limit extends Sourced {
  readonly parameter: Parameter
  /** Averaging time in minutes. */
  readonly averaging: number
  /** The stage of the works. Absent: any stage for which no limit of the same parameter and averaging time exists. */
  readonly stage?: string
  readonly value: number
  /** The unit of `value` and of the background's `cap` and `least`, as in the source. */
  readonly unit: string
  readonly background?: BackgroundRule
  /** How many times a day the limit may be exceeded. */
  readonly perDay?: number
}

/** Thresholds from which something is doubted. Times are in minutes; an absent kind is not checked. */
export interface DoubtRules {
  /** No data arrived for this long. */
  readonly outage?: Sourced & { readonly leastMinutes: number }
  /** The device itself flagged its values as not counting for this long. */
  readonly flagged?: Sourced & { readonly leastMinutes: number }
  /** These parameters kept the same value for this long. */
  readonly stuck?: Sourced & { readonly leastMinutes: number; readonly parameters: readonly Parameter[] }
  /** Outside the plausible range of ambient air, as [least, most] in the unit of each parameter. */
  readonly implausible?: Sourced & {
    readonly ranges: Readonly<Partial<Record<Parameter, readonly [least: number, most: number]>>>
  }
  /** A part is above its whole (PM2.5 above PM10) by more than `share` of the whole, for this long. */
  readonly order?: Sourced & {
    readonly pairs: readonly (readonly [part: Parameter, whole: Parameter])[]
    readonly share: number
    readonly leastMinutes: number
  }
  /**
   * Hampel's filter: more than `threshold` robust standard deviations and at least `leastRise` (in the unit of the
   * parameter) from the median of `window` readings, for at most `mostReadings` in a row.
   */
  readonly spike?: Sourced & {
    readonly window: number
    readonly threshold: number
    readonly leastRise: number
    readonly mostReadings: number
    readonly parameters: readonly Parameter[]
  }
  /**
   * The device's median in the hours `hours` [from, until) of a day, when no works run, is compared with the
   * `neighbours` nearest devices: it differs from their median by more than `threshold` robust standard deviations and
   * by a factor of at least `leastFactor` up or down, for `leastDays` days in a row.
   */
  readonly drift?: Sourced & {
    readonly neighbours: number
    readonly leastNeighbours: number
    readonly threshold: number
    readonly leastFactor: number
    readonly leastDays: number
    readonly hours: readonly [from: number, until: number]
    readonly parameters: readonly Parameter[]
  }
  /** At or above the upper end of the measuring range (`tops`), for this long. */
  readonly overRange?: Sourced & {
    readonly tops: Readonly<Partial<Record<Parameter, number>>>
    readonly leastMinutes: number
  }
  /**
   * Over `days` days, the curve of `parameter` fits that of the neighbours best when shifted by at least `leastHours`,
   * and the shift leaves at most the share `mostLeft` of the squared differences. A shift of fewer hours, but at least
   * one, takes as many days as `small` says; absent: such shifts are not looked for.
   */
  readonly clock?: Sourced & {
    readonly parameter: Parameter
    readonly neighbours: number
    readonly leastNeighbours: number
    readonly days: number
    readonly leastHours: number
    readonly mostHours: number
    readonly mostLeft: number
    readonly small?: { readonly days: number; readonly mostLeft: number } | undefined
  }
}

/** How a city evaluates the data of its monitors. */
export interface MonitoringSettings {
  readonly hour: HourRule & Sourced
  readonly day: DayRule & Sourced
  /** When a device counts as online; absent: not evaluated. */
  readonly online?: Sourced & OnlineRule
  readonly background?: BackgroundOfDevices & Sourced
  /** How hours are grouped by wind; absent: not evaluated. */
  readonly rose?: RoseRule & Sourced
  /** How monitors are compared with dustfall; absent: not evaluated. */
  readonly besideDustfall?: BesideDustfallRule & Sourced
  readonly limits: readonly Limit[]
  readonly doubts: DoubtRules
}
