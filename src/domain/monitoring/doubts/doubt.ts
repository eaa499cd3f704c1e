import type { Flag, Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'

/** The figures of each kind of doubt: durations in minutes, values in the unit of the parameter. */
export interface DoubtFigures {
  /** How long no data arrived. */
  readonly outage: { readonly minutes: number }
  readonly flagged: { readonly minutes: number; readonly flag: Flag }
  readonly stuck: { readonly minutes: number; readonly value: number; readonly readings: number }
  readonly implausible: {
    readonly least: number
    readonly most: number
    /** Extremes of the values outside the range. */
    readonly lowest: number
    readonly highest: number
    readonly readings: number
  }
  readonly order: {
    readonly minutes: number
    readonly whole: Parameter
    /** The means of the part (`mean`) and the whole (`ofWhole`) over the period. */
    readonly mean: number
    readonly ofWhole: number
  }
  readonly spike: {
    readonly value: number
    /** The median of the surrounding readings. */
    readonly median: number
    /** The distance in robust standard deviations; infinite if the surrounding values are all the same. */
    readonly deviations: number
  }
  readonly drift: {
    readonly days: number
    /** Ratio to the neighbours' median on the middle day of the run; below 1 if the device is lower. */
    readonly factor: number
    readonly deviations: number
    /** The minimum number of neighbours on any of the days. */
    readonly neighbours: number
  }
  readonly overRange: { readonly minutes: number; readonly top: number; readonly highest: number }
  readonly clock: {
    readonly days: number
    /** How many hours the clock is ahead of the neighbours'; negative if it is behind. */
    readonly hours: number
    /** The share of the squared differences that is left after the correction. */
    readonly left: number
    readonly neighbours: number
  }
}
export type DoubtKind = keyof DoubtFigures

/**
 * Kinds that hourly data cannot always test: hours carry no flags, and a device may lack neighbours to compare with.
 */
export type UntestedKind = Extract<DoubtKind, 'flagged' | 'drift' | 'clock'>

interface DoubtOf<Kind extends DoubtKind> {
  readonly kind: Kind
  readonly device: string
  /** The parameter in doubt; null if all data of the device is. */
  readonly parameter: Parameter | null
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly figures: DoubtFigures[Kind]
}

/** A doubt about some readings. It removes no value: a person looks at it and decides. */
export type Doubt = { readonly [Kind in DoubtKind]: DoubtOf<Kind> }[DoubtKind]
export type DoubtWithKind<Kind extends DoubtKind> = Extract<Doubt, { kind: Kind }>

/** The doubts about a parameter, or about all data of a device, that overlap a period. */
export const doubtsWithin = (
  doubts: readonly Doubt[],
  { from, until }: { readonly from: Minute; readonly until: Minute },
  parameter: Parameter,
): readonly Doubt[] =>
  doubts.filter(
    (doubt) => doubt.from < until && doubt.until > from && (doubt.parameter === null || doubt.parameter === parameter),
  )
