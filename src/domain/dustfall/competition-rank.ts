/**
 * Competition ranks (1, 2, 2, 4), smallest first; null stays unranked. The result has one entry for each value, in the
 * order given.
 */
export function competitionRanks(values: readonly (number | null)[]): (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  const firstPlace = new Map<number, number>()
  sorted.forEach((value, i) => {
    if (!firstPlace.has(value)) firstPlace.set(value, i + 1)
  })
  return values.map((value) => (value === null ? null : firstPlace.get(value)!))
}
