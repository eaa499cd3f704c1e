import type Big from 'big.js'
import { type Decimal, roundHalfEven } from './rounding'

/**
 * Whether a dustfall value is above a limit, by the ranking's rule: rounded once to the published tenth (GB/T 8170), and equal
 * to the limit is within it. Whoever compares with the dustfall limit asks here, so that no screen calls 7.04 over beside another
 * that calls it 7.0 and within.
 * @param value t/(km²·30 d), rounded or not
 */
export function exceedsLimit(value: Decimal | Big | number, dustfallLimit: number): boolean {
  return roundHalfEven(value) > dustfallLimit
}

interface Kept {
  readonly origin: 'points' | 'published'
  /** The limit that the figure was published with; absent where it was not kept. */
  readonly dustfallLimit?: number | undefined
}

/**
 * What each county of a month is judged by. A published figure keeps the limit that it was published with; one whose limit was not
 * kept stands by today's. So does a figure that is not published yet, but for a month whose others were all published under one
 * limit: it will be published under that.
 */
export function rowLimits(figures: readonly Kept[], limitNow: number): number[] {
  const published = figures.filter(({ origin }) => origin === 'published').map((figure) => figure.dustfallLimit)
  const ofMonth = new Set(published).size === 1 ? published[0] : undefined
  return figures.map(({ origin, dustfallLimit }) => (origin === 'published' ? dustfallLimit : ofMonth) ?? limitNow)
}

/**
 * All limits that figures of a month are judged by, and the one of most of them: the strictest of several that are of equally
 * many. A county without a figure has a say only where none has one.
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
