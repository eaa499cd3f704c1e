import type { RankedCounty } from '@/domain/dustfall/month-report'

/** From so many counties on the ranking stands in two columns. */
const MOST_IN_COLUMN = 16
/** So many places make the head and the tail of a ranking; with fewer than twice as many counties and one there is neither. */
const BAND = 3

export type Band = 'first' | 'last'

/** The columns of a ranking on the wall: one in its order, or two with the counties over the limit before all others. A wall
 * that is higher than wide has room for one. */
export function rankingColumns(rows: readonly RankedCounty[], isTall = false): readonly (readonly RankedCounty[])[] {
  if (isTall || rows.length <= MOST_IN_COLUMN) return [rows]
  const ordered = [...rows.filter(({ over }) => over).reverse(), ...rows.filter(({ over }) => !over)]
  const half = Math.ceil(ordered.length / 2)
  return [ordered.slice(0, half), ordered.slice(half)]
}

/** Which counties are among the first three and the last three, ties with them. */
export function bandsOf(rows: readonly RankedCounty[]): ReadonlyMap<string, Band> {
  const ranked = rows.filter(({ rank }) => rank !== null)
  if (ranked.length <= 2 * BAND) return new Map()
  const [first, last] = [ranked[BAND - 1]!.rank!, ranked.at(-BAND)!.rank!]
  // With a tie that long there is no head or no tail.
  if (first >= last) return new Map()
  return new Map(
    ranked.flatMap(({ county, rank }): (readonly [string, Band])[] => {
      if (rank! <= first) return [[county, 'first']]
      return rank! >= last ? [[county, 'last']] : []
    }),
  )
}
