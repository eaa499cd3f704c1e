import type Big from 'big.js'
import { type Decimal, roundHalfEven } from './rounding'

/**
 * Whether a dustfall value exceeds a limit, by the ranking's rule: rounded once to the published tenth (GB/T 8170); a
 * value equal to the limit does not exceed it. All comparisons with the dustfall limit use this function, so that no
 * screen calls 7.04 over while another shows 7.0 as within.
 * @param value t/(km²·30 d), rounded or not
 */
export function exceedsLimit(value: Decimal | Big | number, dustfallLimit: number): boolean {
  return roundHalfEven(value) > dustfallLimit
}

interface Kept {
  readonly origin: 'points' | 'published'
  /** The limit with which the figure was published; absent if not stored. */
  readonly dustfallLimit?: number | undefined
}

/**
 * The limit of each county in a month. A published figure keeps the limit with which it was published; if that was not
 * stored, today's limit applies. For an unpublished figure today's limit applies too, unless all published figures of
 * the month have the same limit: it will be published under that one.
 */
export function rowLimits(figures: readonly Kept[], limitNow: number): number[] {
  const published = figures.filter(({ origin }) => origin === 'published').map((figure) => figure.dustfallLimit)
  const ofMonth = new Set(published).size === 1 ? published[0] : undefined
  return figures.map(({ origin, dustfallLimit }) => (origin === 'published' ? dustfallLimit : ofMonth) ?? limitNow)
}

/**
 * All limits that apply to figures of a month, and the most frequent one; on a tie, the strictest. Counties without a
 * figure are considered only if no county has one.
 */
export function monthLimits(
  rows: readonly { readonly dustfallLimit: number; readonly figure: { readonly value: number | null } }[],
  limitNow: number,
): { readonly limits: readonly number[]; readonly dustfallLimit: number } {
  const judged = rows.filter(({ figure }) => figure.value !== null)
  const all = (judged.length > 0 ? judged : rows).map(({ dustfallLimit }) => dustfallLimit)
  const limits = [...new Set(all)].sort((a, b) => a - b)
  const count = (of: number) => all.filter((each) => each === of).length
  const [dustfallLimit = limitNow] = [...limits].sort((a, b) => count(b) - count(a))
  return { limits: limits.length === 0 ? [limitNow] : limits, dustfallLimit }
}
