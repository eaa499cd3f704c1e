import { addMonths, type Month } from '@/domain/calendar'
import { cityMonth } from './city-month'
import { competitionRanks } from './competition-rank'
import type { CountyMonth, EarlierMonth } from './county-month'
import { exceedsLimit, monthLimits } from './limit'
import { countyLimit } from './limit-of'
import { type MonthReport, monthReport, type RankedCounty } from './month-report'
import { overStreak } from './streak'

const MONTHS_OF_A_YEAR = 12

/**
 * The previous months that are stored with a county's publication, latest first: figure and limit of twelve months, or
 * of more if the county has been over the limit for longer, including the month that ended the streak. All published
 * statements beside the figure itself are based on these.
 */
export function earlierFigures(reports: readonly MonthReport[], county: string, month: Month): EarlierMonth[] {
  const byMonth = new Map(reports.map((report) => [report.month, report]))
  const count = Math.max(MONTHS_OF_A_YEAR, overStreak(reports, county, month).months)
  return Array.from({ length: count }, (_, i) => {
    const row = rowOf(byMonth.get(addMonths(month, -1 - i)), county)
    return { value: row?.figure.value ?? null, ...(row && { dustfallLimit: row.dustfallLimit }) }
  })
}

/**
 * All months as of the publication of `last`: what it stated about earlier months follows neither later data nor later
 * limits. A figure that differs today is marked like any published one. Returns `reports` if nothing was stored.
 */
export function monthsAsPublished(reports: readonly MonthReport[], last: MonthReport): readonly MonthReport[] {
  const kept = new Map(last.rows.flatMap(({ county, figure: { earlier } }) => (earlier ? [[county, earlier]] : [])))
  if (kept.size === 0) return reports
  const byMonth = new Map(reports.map((report) => [report.month, report]))
  const deepest = Math.max(...[...kept.values()].map(({ length }) => length))
  for (let back = 1; back <= deepest; back++) {
    const month = addMonths(last.month, -back)
    const standing = byMonth.get(month) ?? bareReport(last, month)
    const told = toldMonth(standing, last, (county) => kept.get(county)?.[back - 1])
    // A month without any figure was not part of the publication.
    if (told.rows.every(({ figure }) => figure.value === null)) byMonth.delete(month)
    else byMonth.set(month, told)
  }
  return [...byMonth.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

const rowOf = (report: MonthReport | undefined, county: string): RankedCounty | undefined =>
  report?.rows.find((row) => row.county === county)

/** A month without data, for the same counties. */
const bareReport = ({ rows, limitNow }: MonthReport, month: Month) =>
  monthReport({ ranked: rows.map(({ county }) => county), months: new Map() }, month, limitNow)

/**
 * A month as of the publication of a later one: ranks, counts and the city's mean are computed from the stored figures.
 */
function toldMonth(
  standing: MonthReport,
  last: MonthReport,
  keptOf: (county: string) => EarlierMonth | undefined,
): MonthReport {
  const { month, city, limitNow } = standing
  const given = standing.rows.map(({ county, figure }) => {
    const kept = keptOf(county)
    return kept === undefined ? figure.value : kept.value
  })
  const ranks = competitionRanks(given)
  const rows = standing.rows.map((row, i): RankedCounty => {
    const value = given[i]!
    const dustfallLimit = keptOf(row.county)?.dustfallLimit ?? limitWithoutKept(row, last)
    const over = value !== null && exceedsLimit(value, dustfallLimit)
    const figure = value === row.figure.value ? row.figure : withValue(row.figure, value)
    return { ...row, rank: ranks[i]!, dustfallLimit, over, figure }
  })
  const told = cityMonth(
    month,
    rows.map(({ figure }) => figure),
  )
  return {
    ...standing,
    ...monthLimits(rows, limitNow),
    rows,
    city: { ...city, ...told, overCount: rows.filter(({ over }) => over).length },
  }
}

/**
 * The limit of an earlier month if the publication did not store it: the limit with which that month itself was
 * published, else the limit of the publication.
 */
const limitWithoutKept = ({ county, figure }: RankedCounty, last: MonthReport): number =>
  figure.dustfallLimit ?? countyLimit(last, county)

/** A figure as stated by the publication, with today's figure beside it. */
function withValue(figure: CountyMonth, value: number | null): CountyMonth {
  const { writtenAs: _, ...standing } = figure
  const { exact, points } = figure
  return {
    ...standing,
    value,
    exact: null,
    points: [],
    origin: 'published',
    now: { value: figure.value, exact, points },
  }
}

const TOLD = ['monthOnMonth', 'yearOnYear', 'accumulated', 'accumulatedRank'] as const

/** The published comparisons of a row that differ from those by today's data. */
export const changedComparisons = (row: RankedCounty): readonly (typeof TOLD)[number][] =>
  TOLD.filter((column) => row[column] !== row.now[column])
