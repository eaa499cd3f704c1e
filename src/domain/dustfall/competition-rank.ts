import { roundHalfEven } from './rounding'

/**
 * Competition ranks (1, 2, 2, 4), smallest first; null stays unranked. Values are ranked as they are shown, to 0.1 (GB/T
 * 8170): figures published as 4.05 and 4.02 both stand as 4.0, and share a rank. The result has one entry for each value,
 * in the order given.
 */
export function competitionRanks(values: readonly (number | null)[]): (number | null)[] {
  const shown = values.map((value) => (value === null ? null : roundHalfEven(value)))
  const sorted = shown.filter((value) => value !== null).sort((a, b) => a - b)
  const firstPlace = new Map<number, number>()
  sorted.forEach((value, i) => {
    if (!firstPlace.has(value)) firstPlace.set(value, i + 1)
  })
  return shown.map((value) => (value === null ? null : firstPlace.get(value)!))
}
