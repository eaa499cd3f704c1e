import Big from 'big.js'
import type { Month } from '@/domain/calendar'
import { exceedsLimit } from './limit'
import { divide, roundHalfEven } from './rounding'

/** What the remaining months of a year may be, so that its mean is within the limit. */
export type YearTarget =
  /** `highest`: the largest monthly figure, to 0.1, that all remaining months may have. */
  | { readonly state: 'open'; readonly months: number; readonly highest: number }
  /** Even 0.1 in all remaining months would be too much; no month has a dustfall of 0.0. */
  | { readonly state: 'missed'; readonly months: number }
  /** No month remains; `mean` is the year's. */
  | { readonly state: 'closed'; readonly mean: number; readonly over: boolean }
  /** Too many months lack a figure to say anything about the year's mean. */
  | { readonly state: 'unknown' }

const STEP = '0.1'
const MONTHS_OF_YEAR = 12

/**
 * The largest figure that each remaining month may have so that the mean of all published figures, rounded to 0.1 by
 * GB/T 8170, does not exceed the limit. The answer is a multiple of 0.1, as figures are published to 0.1.
 * @param published the figures of the months so far
 * @param months how many months remain
 */
export function yearTarget(published: readonly number[], months: number, dustfallLimit: number): YearTarget {
  const sum = published.reduce((total, value) => total.plus(value), new Big(0))
  const within = (each: Big) =>
    !exceedsLimit(divide(sum.plus(each.times(months)), new Big(published.length + months)), dustfallLimit)
  if (months === 0) {
    const mean = roundHalfEven(divide(sum, new Big(published.length || 1)))
    return { state: 'closed', mean, over: exceedsLimit(mean, dustfallLimit) }
  }
  if (!within(new Big(STEP))) return { state: 'missed', months }
  // Means up to half a step above the limit round to it; the result is this edge, or one step below.
  const edge = new Big(dustfallLimit)
    .plus('0.05')
    .times(published.length + months)
    .minus(sum)
    .div(months)
  let highest = edge.round(1, 0)
  if (!within(highest)) highest = highest.minus(STEP)
  return { state: 'open', months, highest: highest.toNumber() }
}

/** How many months may lack a figure while the others still represent the year. */
const MAX_MISSING = 1

/**
 * What the rest of the year may be after `month`; `published` are the figures from January on. If too many months are
 * missing, the year has no meaningful mean, and no figure can be stated.
 */
export function restOfYear(published: readonly number[], month: Month, dustfallLimit: number): YearTarget {
  const past = Number(month.slice(5))
  if (published.length === 0 || past - published.length > MAX_MISSING) return { state: 'unknown' }
  return yearTarget(published, MONTHS_OF_YEAR - past, dustfallLimit)
}
