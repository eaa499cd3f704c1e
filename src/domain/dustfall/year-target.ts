import Big from 'big.js'
import { exceedsLimit } from './limit'
import { divide, roundHalfEven } from './rounding'

/** What the rest of a year may be, for its mean to end within the limit. */
export type YearTarget =
  /** `highest`: the largest monthly figure, to 0.1, that all remaining months may have. */
  | { readonly state: 'open'; readonly months: number; readonly highest: number }
  /** Even 0.0 in all remaining months would not do. */
  | { readonly state: 'missed'; readonly months: number }
  /** No month remains; `mean` is the year's. */
  | { readonly state: 'closed'; readonly mean: number; readonly over: boolean }

const STEP = '0.1'

/**
 * The largest figure that each of the remaining months may have so that the mean of all published figures, rounded to 0.1
 * by GB/T 8170, is not above the limit. Figures are published to 0.1, so the answer is one of those.
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
  if (!within(new Big(0))) return { state: 'missed', months }
  // The mean rounds to the limit up to half a step above it; from there one step down at most.
  const edge = new Big(dustfallLimit)
    .plus('0.05')
    .times(published.length + months)
    .minus(sum)
    .div(months)
  let highest = edge.round(1, 0)
  if (!within(highest)) highest = highest.minus(STEP)
  return { state: 'open', months, highest: highest.toNumber() }
}
