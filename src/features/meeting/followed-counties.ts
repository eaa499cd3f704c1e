import type { MonthReport } from '@/domain/dustfall/month-report'
import { mostMoved, rankMoves } from '@/domain/dustfall/rank-moves'
import { namedCounties } from './headlines'

/** Most counties followed in colour; the others are drawn behind them in grey. */
export const MAX_FOLLOWED = 5

/**
 * The counties that the race follows, on the wall and in papers: the focused county, those named in the headline (which
 * rose and fell most), then the meeting's first counties.
 */
export function followedCounties(
  report: MonthReport,
  highlightedCounty: string | null,
  first: readonly string[],
): readonly string[] {
  const all = report.rows.map(({ county }) => county)
  const { risen, fallen } = mostMoved(rankMoves(report))
  const wanted = [
    highlightedCounty,
    ...[risen, fallen].flatMap((moved) => (moved ? namedCounties(moved) : [])),
    ...first,
  ]
  return [...new Set(wanted)]
    .filter((county) => county !== null && all.includes(county))
    .slice(0, MAX_FOLLOWED) as string[]
}
