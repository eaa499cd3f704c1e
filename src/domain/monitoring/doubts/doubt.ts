import type { Flag, Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'

/** What each kind of doubt is of, in figures: durations in minutes, values in the unit of the parameter. */
export interface DoubtFigures {
  /** How long nothing came. */
  readonly outage: { readonly minutes: number }
  readonly flagged: { readonly minutes: number; readonly flag: Flag }
  readonly stuck: { readonly minutes: number; readonly value: number; readonly readings: number }
  readonly implausible: {
    readonly least: number
    readonly most: number
    /** Of those outside. */
    readonly lowest: number
    readonly highest: number
    readonly readings: number
  }
  readonly order: {
    readonly minutes: number
    readonly whole: Parameter
    /** Means of both over the time. */
    readonly mean: number
    readonly ofWhole: number
  }
  readonly spike: {
    readonly value: number
    /** Of the readings about it. */
    readonly median: number
    /** How many robust standard deviations lie between; without end where all about it are alike. */
    readonly deviations: number
  }
  readonly drift: {
    readonly days: number
    /** By how many times it lies above the neighbours' median, in the middle of its days; below one where it lies below. */
    readonly factor: number
    readonly deviations: number
    /** So many neighbours at least were compared with. */
    readonly neighbours: number
  }
  readonly overRange: { readonly minutes: number; readonly top: number; readonly highest: number }
  readonly clock: {
    readonly days: number
    /** By so many hours its clock is ahead of the neighbours', behind where it is less than zero. */
    readonly hours: number
    /** The share of the squared differences that is left once it is set right. */
    readonly left: number
    readonly neighbours: number
  }
}
export type DoubtKind = keyof DoubtFigures

/** Rules that hours don't always let be tried: these have no flags, and a device may lack neighbours to be held against. */
export type UntriedKind = Extract<DoubtKind, 'flagged' | 'drift' | 'clock'>

interface DoubtOf<Kind extends DoubtKind> {
  readonly kind: Kind
  readonly device: string
  /** That the doubt is about; null where it is about all that the device says. */
  readonly parameter: Parameter | null
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly figures: DoubtFigures[Kind]
}

/** Something in the readings that may not be so. It takes no value away: a person looks at it and decides. */
export type Doubt = { readonly [Kind in DoubtKind]: DoubtOf<Kind> }[DoubtKind]
export type DoubtWithKind<Kind extends DoubtKind> = Extract<Doubt, { kind: Kind }>

/** Those doubts that are about a parameter, or all that a device says, and any minute of a time. */
export const doubtsWithin = (
  doubts: readonly Doubt[],
  { from, until }: { readonly from: Minute; readonly until: Minute },
  parameter: Parameter,
): readonly Doubt[] =>
  doubts.filter(
    (doubt) => doubt.from < until && doubt.until > from && (doubt.parameter === null || doubt.parameter === parameter),
  )
