import { competitionRanks } from './competition-rank'
import type { MonthReport } from './month-report'

/** How many places a county gained since the previous month; negative if it lost places. */
export interface RankMove {
  readonly county: string
  readonly places: number
}

/** The counties that moved most, and by how many places. */
export interface MostMoved {
  readonly counties: readonly string[]
  readonly places: number
}

/**
 * The places gained or lost since the previous month, among counties with a figure in both months: when a county leaves
 * the ranking, those behind it have not risen. Tables and charts show each month's own ranks: see {@link isSameField}.
 */
export function rankMoves({ rows }: Pick<MonthReport, 'rows'>): readonly RankMove[] {
  const both = rows.filter(({ figure, lastMonth }) => figure.value !== null && lastMonth !== null)
  const now = competitionRanks(both.map(({ figure }) => figure.value))
  const before = competitionRanks(both.map(({ lastMonth }) => lastMonth))
  return both.map(({ county }, i) => ({ county, places: before[i]! - now[i]! }))
}

/** Whether the month ranks the same counties as the previous one. */
export const isSameField = ({ rows }: Pick<MonthReport, 'rows'>): boolean =>
  rows.every(({ rank, lastMonthRank }) => (rank === null) === (lastMonthRank === null))

/** The counties that rose most and those that fell most; null if none did. */
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
