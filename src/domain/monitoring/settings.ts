import type { Bilingual } from '@/domain/bilingual'
import type { BesideDustfallRule } from './beside-dustfall'
import type { HourRule } from './hours'
import type { Parameter } from './parameter'
import type { RoseRule } from './pollution-rose'

/** Where a setting comes from, and whether somebody compared it with that; one that is not confirmed is shown as such. */
export interface Sourced {
  readonly source: Bilingual
  readonly confirmed: boolean
}

/** How hours make a day. */
export interface DayRule {
  /** So many hours with a mean a day needs. */
  readonly leastHours: number
}

/** When a device is online. */
export interface OnlineRule {
  /** The share of its readings that has to arrive, 0…1. */
  readonly leastShare: number
  /** Over so many days up to the one that is asked about; absent: no requirement is judged by readings. */
  readonly days?: number
}

/** What the air of a county is beside its works: a quantile of its devices' values of the same hour, of so many devices at least. */
export interface BackgroundOfDevices {
  readonly quantile: number
  readonly leastDevices: number
}

/** How what lies over the whole county is taken off a value before it is compared. */
export type BackgroundRule =
  /** Off what is above it, at most `cap` of it, in the unit of the limit. */
  | { readonly by: 'difference'; readonly parameter: Parameter; readonly cap?: number }
  /**
   * By how many times the background a value is: up to `share` as it is; up to `alarm` less `share` times the background; from
   * there on above the limit, whatever the limit. Of a background below `least`, in the unit of the limit, multiples say nothing.
   */
  | {
      readonly by: 'ratio'
      readonly parameter: Parameter
      readonly share: number
      readonly alarm: number
      readonly least?: number
    }

/** A limit for what a monitor reports. */
export interface Limit extends Sourced {
  readonly parameter: Parameter
  /** Minutes over which the mean is taken. */
  readonly averaging: number
  /** Of works; absent: whatever the works are at, where no limit of the same parameter and averaging names their stage. */
  readonly stage?: string
  readonly value: number
  /** Of `value` and of a background's `cap`, as the source has them. */
  readonly unit: string
  readonly background?: BackgroundRule
  /** So many times a day it may be exceeded. */
  readonly perDay?: number
}

/** From when on something is doubted. Times are in minutes; a kind that is absent is not looked for. */
export interface DoubtRules {
  /** Nothing came for so long. */
  readonly outage?: Sourced & { readonly leastMinutes: number }
  /** The device itself said for so long that its values don't count. */
  readonly flagged?: Sourced & { readonly leastMinutes: number }
  /** The same value for so long, of some parameters. */
  readonly stuck?: Sourced & { readonly leastMinutes: number; readonly parameters: readonly Parameter[] }
  /** Outside of what the air can be, as [least, most] in the unit of each parameter. */
  readonly implausible?: Sourced & {
    readonly ranges: Readonly<Partial<Record<Parameter, readonly [least: number, most: number]>>>
  }
  /** A part above its whole by more than `share` of the whole (PM2.5 above PM10), for so long. */
  readonly order?: Sourced & {
    readonly pairs: readonly (readonly [part: Parameter, whole: Parameter])[]
    readonly share: number
    readonly leastMinutes: number
  }
  /**
   * Hampel's filter: farther than `threshold` robust standard deviations from the median of `window` readings, and by at least
   * `leastRise` µg/m³, for at most `mostReadings` in a row.
   */
  readonly spike?: Sourced & {
    readonly window: number
    readonly threshold: number
    readonly leastRise: number
    readonly mostReadings: number
    readonly parameters: readonly Parameter[]
  }
  /**
   * The median of the hours `hours` [from, until) of a day, which are those without works, lies more than `threshold` robust
   * standard deviations of the `neighbours` nearest devices from their median, and at least `leastFactor` times above or below
   * it, for `leastDays` days in a row.
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
  /** At or above the end of what devices measure, as `tops`, for so long. */
  readonly overRange?: Sourced & {
    readonly tops: Readonly<Partial<Record<Parameter, number>>>
    readonly leastMinutes: number
  }
  /**
   * The course of `parameter` over `days` days follows that of the neighbours best when moved by at least `leastHours`, and leaves
   * then at most `mostLeft` of the squares that are left unmoved.
   */
  readonly clock?: Sourced & {
    readonly parameter: Parameter
    readonly neighbours: number
    readonly leastNeighbours: number
    readonly days: number
    readonly leastHours: number
    readonly mostHours: number
    readonly mostLeft: number
  }
}

/** How a city judges what its monitors report. */
export interface MonitoringSettings {
  readonly hour: HourRule & Sourced
  readonly day: DayRule & Sourced
  /** When a device is online; absent: nothing is asked for. */
  readonly online?: Sourced & OnlineRule
  readonly background?: BackgroundOfDevices & Sourced
  /** How hours are put together by their wind; absent: they are not. */
  readonly rose?: RoseRule & Sourced
  /** How monitors are put beside dustfall; absent: they are not. */
  readonly besideDustfall?: BesideDustfallRule & Sourced
  readonly limits: readonly Limit[]
  readonly doubts: DoubtRules
}
