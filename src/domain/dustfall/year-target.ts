import Big from 'big.js'
import type { Month } from '@/domain/calendar'
import { exceedsLimit } from './limit'
import { divide, roundHalfEven } from './rounding'

/** What the rest of a year may be, for its mean to end within the limit. */
export type YearTarget =
  /** `highest`: the largest monthly figure, to 0.1, that all remaining months may have. */
  | { readonly state: 'open'; readonly months: number; readonly highest: number }
  /** Even 0.1 in all remaining months would not do; 0.0 is no month's dustfall. */
  | { readonly state: 'missed'; readonly months: number }
  /** No month remains; `mean` is the year's. */
  | { readonly state: 'closed'; readonly mean: number; readonly over: boolean }
  /** So many months have no figure that nothing can be said of the year's mean. */
  | { readonly state: 'unknown' }

const STEP = '0.1'
const MONTHS_OF_YEAR = 12

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
  if (!within(new Big(STEP))) return { state: 'missed', months }
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

/** So many months may be without a figure for the others still to stand for the year. */
const MOST_MISSING = 1

/**
 * What the rest of the year may be after a month, where the year is known so far; `published` has the figures from January on.
 * A year of which only the last months are known has no mean, and no figure that would bring it within the limit.
 */
export function restOfYear(published: readonly number[], month: Month, dustfallLimit: number): YearTarget {
  const past = Number(month.slice(5))
  if (published.length === 0 || past - published.length > MOST_MISSING) return { state: 'unknown' }
  return yearTarget(published, MONTHS_OF_YEAR - past, dustfallLimit)
}
