import { exceedsLimit } from '@/domain/dustfall/limit'
import type { RankedCounty } from '@/domain/dustfall/month-report'

/** Upper ends of the classes as shares of the limit; for a limit of 7 they are 3, 5, 7, 9 and 12. */
export const DUSTFALL_SHARES: readonly number[] = [3 / 7, 5 / 7, 1, 9 / 7, 12 / 7]
/** Classes from this one on are over the limit. */
export const OVER_CLASS = 3

/** Breaks between dustfall classes: whole numbers, except for the limit, which is always one of them. */
export function dustfallBreaks(dustfallLimit: number): number[] {
  return DUSTFALL_SHARES.map((share) => (share === 1 ? dustfallLimit : Math.round(share * dustfallLimit)))
}

/** Class of a county's month under its own limit; null without a figure. */
export const classOfRow = ({ figure: { value }, dustfallLimit }: RankedCounty): number | null =>
  value === null ? null : dustfallClass(value, dustfallLimit)

/** Class of a value, 0 to 5; a value equal to the limit is within it. */
export function dustfallClass(value: number, dustfallLimit: number): number {
  // The limit is one of the breaks, so that class and ranking agree on it.
  return dustfallBreaks(dustfallLimit).filter((end) => exceedsLimit(value, end)).length
}
