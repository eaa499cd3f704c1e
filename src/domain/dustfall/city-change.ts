import { changePercent } from './change'
import { mean, roundHalfEven } from './rounding'

/** A county's published figure then and now; null for none. */
export interface ThenAndNow {
  readonly before: number | null
  readonly now: number | null
}

/** A change of the city's mean, and the counties that it is of. */
export interface CityChange {
  /** In percent, to 0.1; null with nothing to compare. */
  readonly percent: number | null
  /** How many counties have a figure in both months. */
  readonly counties: number
  /** Whether one has a figure in one of the months only, and is left out. */
  readonly partial: boolean
}

/**
 * The change of a city's mean among the counties that have a figure in both months: a mean of eleven counties is not held against
 * one of thirteen. Where all have both, it is the change between the two published means, which `means` are.
 */
export function cityChange(counties: readonly ThenAndNow[], means: ThenAndNow): CityChange {
  const both = counties.filter(({ before, now }) => before !== null && now !== null)
  const isOfAll = !counties.some(({ before, now }) => (before === null) !== (now === null))
  const meanOf = (of: keyof ThenAndNow) => {
    const exact = mean(both.map(({ [of]: value }) => value!))
    return exact === null ? null : roundHalfEven(exact)
  }
  const { before, now } = isOfAll ? means : { before: meanOf('before'), now: meanOf('now') }
  return { percent: changePercent(before, now), counties: both.length, partial: !isOfAll && both.length > 0 }
}
