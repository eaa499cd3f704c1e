import type { RankedCounty } from '@/domain/dustfall/month-report'

/** With more counties than this the ranking is split into two columns. */
const MAX_IN_COLUMN = 16
/** Number of ranks in the first and the last band; with twice as many counties or fewer there are no bands. */
const BAND = 3

export type Band = 'first' | 'last'

/**
 * The columns of a ranking on the wall: one in ranking order, or two with the counties over the limit first. A wall
 * that is higher than wide always has one column.
 */
export function rankingColumns(rows: readonly RankedCounty[], isTall = false): readonly (readonly RankedCounty[])[] {
  if (isTall || rows.length <= MAX_IN_COLUMN) return [rows]
  const ordered = [...rows.filter(({ over }) => over).reverse(), ...rows.filter(({ over }) => !over)]
  const half = Math.ceil(ordered.length / 2)
  return [ordered.slice(0, half), ordered.slice(half)]
}

/** Which counties are among the first three and the last three, including ties. */
export function bandsOf(rows: readonly RankedCounty[]): ReadonlyMap<string, Band> {
  const ranked = rows.filter(({ rank }) => rank !== null)
  if (ranked.length <= 2 * BAND) return new Map()
  const [first, last] = [ranked[BAND - 1]!.rank!, ranked.at(-BAND)!.rank!]
  // A long tie makes the two bands overlap: then there are none.
  if (first >= last) return new Map()
  return new Map(
    ranked.flatMap(({ county, rank }): (readonly [string, Band])[] => {
      if (rank! <= first) return [[county, 'first']]
      return rank! >= last ? [[county, 'last']] : []
    }),
  )
}
