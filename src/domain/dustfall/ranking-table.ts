import type { MonthReport } from './month-report'
import { tenth } from './rounding'

/** The customary columns of the ranking, in their order. */
export const RANKING_COLUMNS = [
  'rank',
  'county',
  'value',
  'lastMonth',
  'monthOnMonth',
  'lastYear',
  'yearOnYear',
  'accumulated',
  'accumulatedRank',
  'over',
] as const
export type RankingColumn = (typeof RANKING_COLUMNS)[number]

export type RankingCells = Readonly<Record<RankingColumn, string | number | boolean | null>>

/** The rows of the customary table as printed; all figures are those shown on the wall. */
export function rankingCells({ rows }: MonthReport, countyName: (code: string) => string): RankingCells[] {
  return rows.map((row) => ({
    rank: row.rank,
    county: countyName(row.county),
    value: row.figure.value,
    lastMonth: row.lastMonth,
    monthOnMonth: row.monthOnMonth,
    lastYear: row.lastYear,
    yearOnYear: row.yearOnYear,
    accumulated: row.accumulated,
    accumulatedRank: row.accumulatedRank,
    over: row.figure.value === null ? null : row.over,
  }))
}

/** A cell as text: figures to 0.1, ranks as integers, a dash if unknown. */
export function rankingText(
  column: RankingColumn,
  value: RankingCells[RankingColumn],
  words: { over: string; within: string },
): string {
  if (value === null) return '—'
  if (typeof value === 'boolean') return value ? words.over : words.within
  if (typeof value === 'string') return value
  return column === 'rank' || column === 'accumulatedRank' ? String(value) : tenth(value)
}
