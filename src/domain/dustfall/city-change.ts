import { changePercent } from './change'
import { mean, roundHalfEven } from './rounding'

/** A county's published figure in the earlier month and now; null if there is none. */
export interface ThenAndNow {
  readonly before: number | null
  readonly now: number | null
}

/** A change of the city's mean, and the counties it is based on. */
export interface CityChange {
  /** In percent, to 0.1; null if there is nothing to compare. */
  readonly percent: number | null
  /** How many counties have a figure in both months. */
  readonly counties: number
  /** Whether a county with a figure in only one of the months was left out. */
  readonly partial: boolean
}

/**
 * The change of the city's mean, for the counties that have a figure in both months: a mean of eleven counties is not
 * comparable with one of thirteen. If no county was left out, it is the change between the two published means,
 * `means`.
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
