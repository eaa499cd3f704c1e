import { competitionRanks } from './competition-rank'
import type { MonthReport } from './month-report'

/** Places that a county won since the month before; below zero for lost ones. */
export interface RankMove {
  readonly county: string
  readonly places: number
}

/** Who moved most, and by how many places. */
export interface MostMoved {
  readonly counties: readonly string[]
  readonly places: number
}

/**
 * The places that counties won or lost against the month before, among those that have a figure in both months: where one has
 * left the ranking, those behind it have not risen.
 */
export function rankMoves({ rows }: Pick<MonthReport, 'rows'>): readonly RankMove[] {
  const both = rows.filter(({ figure, lastMonth }) => figure.value !== null && lastMonth !== null)
  const now = competitionRanks(both.map(({ figure }) => figure.value))
  const before = competitionRanks(both.map(({ lastMonth }) => lastMonth))
  return both.map(({ county }, i) => ({ county, places: before[i]! - now[i]! }))
}

/** The counties that rose most and those that fell most; null where none did. */
export function mostMoved(moves: readonly RankMove[]): {
  readonly risen: MostMoved | null
  readonly fallen: MostMoved | null
} {
  const most = (sign: 1 | -1): MostMoved | null => {
    const places = Math.max(0, ...moves.map((move) => sign * move.places))
    const counties = moves.filter((move) => sign * move.places === places).map(({ county }) => county)
    return places === 0 ? null : { counties, places }
  }
  return { risen: most(1), fallen: most(-1) }
}
