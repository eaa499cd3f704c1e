import { changePercent } from './change'
import type { FigureThen } from './earlier'
import { mean, roundHalfEven } from './rounding'

/** The earlier month and now. */
interface ThenAndNow<T> {
  readonly before: T
  readonly now: T
}

/** A change of the city's mean, and the counties it is based on. */
export interface CityChange {
  /** In percent, to 0.1; null if there is nothing to compare, or all figures of one month are below detection. */
  readonly percent: number | null
  /** How many counties have a figure in both months. */
  readonly counties: number
  /** Whether a county with a figure in only one of the months was left out. */
  readonly partial: boolean
  /** The city's means over these counties, to 0.1, that the percentage is computed from. */
  readonly means: ThenAndNow<number | null>
  /** The city's means as tables show them: each over the counties that have a figure in its month, and their number. */
  readonly shown: ThenAndNow<{ readonly mean: number | null; readonly counties: number }>
}

/**
 * The change of the city's mean, for the counties that have a figure in both months: a mean of eleven counties is not
 * comparable with one of thirteen. If no county was left out, it is the change between the two published means,
 * `means`.
 */
export function cityChange(counties: readonly ThenAndNow<FigureThen>[], means: ThenAndNow<number | null>): CityChange {
  const both = counties.filter(({ before, now }) => before.value !== null && now.value !== null)
  const isOfAll = !counties.some(({ before, now }) => (before.value === null) !== (now.value === null))
  const meanOf = (of: 'before' | 'now') => {
    const exact = mean(both.map(({ [of]: { value } }) => value!))
    return exact === null ? null : roundHalfEven(exact)
  }
  const compared = isOfAll ? means : { before: meanOf('before'), now: meanOf('now') }
  const isMeasured = (of: 'before' | 'now') => both.some(({ [of]: { isUnmeasured } }) => !isUnmeasured)
  const percent = isMeasured('before') && isMeasured('now') ? changePercent(compared.before, compared.now) : null
  const shownOf = (of: 'before' | 'now') => ({
    mean: means[of],
    counties: counties.filter(({ [of]: { value } }) => value !== null).length,
  })
  const shown = { before: shownOf('before'), now: shownOf('now') }
  return { percent, counties: both.length, partial: !isOfAll && both.length > 0, means: compared, shown }
}
