import { addMonths, type Month } from '@/domain/calendar'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import type { CountyMonth } from '@/domain/dustfall/county-month'
import { type MonthReport, monthReport, type RankedCounty } from '@/domain/dustfall/month-report'

/** A city in the province's ranking; `reports` are the city's own months, oldest first. */
export interface RankedCity {
  /** Unique in the province, unlike the codes of counties. */
  readonly id: string
  readonly reports: readonly MonthReport[]
}

/** A county in the ranking of all counties of the province. */
export interface ProvinceCounty {
  readonly city: string
  /** The county's code in its city. */
  readonly county: string
  /** Among all counties; ties share a rank. */
  readonly rank: number | null
  readonly accumulatedRank: number | null
  /** Its row in its own city's ranking: value, limit, comparisons, and its rank there. */
  readonly own: RankedCounty
}

/** A city in the ranking of cities; cities without data for the month are left out. */
export interface ProvinceCity {
  readonly city: string
  /** By the mean: lower is better, ties share a rank; null if there is no figure. */
  readonly rank: number | null
  readonly report: MonthReport
}

export interface ProvinceMonth {
  readonly month: Month
  /** In table order: by rank; on a tie the larger decrease from last year first; those without a figure last. */
  readonly counties: readonly ProvinceCounty[]
  readonly cities: readonly ProvinceCity[]
  /** Mean of all counties' figures to 0.1, computed like a city's mean. */
  readonly mean: number | null
  /** All limits that apply to counties with a figure, ascending. */
  readonly limits: readonly number[]
}

const idOf = (city: string, county: string) => `${city}/${county}`

/**
 * Ranks all counties of a province for a month, as if they belonged to one city ({@link monthReport}). Each county
 * keeps the figure, comparisons and limit from its own city.
 */
export function provinceMonth(cities: readonly RankedCity[], month: Month): ProvinceMonth {
  const reported = cities.flatMap(({ id, reports }) => {
    const report = reports.find((each) => each.month === month)
    return report ? [{ id, report }] : []
  })
  const rows = new Map(
    reported.flatMap(({ id, report }) =>
      report.rows.map((own) => [idOf(id, own.county), { city: id, county: own.county, own }] as const),
    ),
  )
  const months = new Map<string, Map<Month, CountyMonth>>()
  // The months that comparisons need: the same year so far, and those compared with.
  const first = [addMonths(month, -12), `${month.slice(0, 4)}-01`].sort()[0]!
  for (const { id, reports } of cities)
    for (const report of reports)
      if (report.month >= first && report.month <= month)
        for (const { county, figure, dustfallLimit } of report.rows) {
          const key = idOf(id, county)
          const of = months.get(key) ?? new Map<Month, CountyMonth>()
          // Marked as published under the limit of its city, so that limits of other counties do not affect it.
          months.set(key, of.set(report.month, { ...figure, county: key, origin: 'published', dustfallLimit }))
        }
  const limitNow = reported[0]?.report.limitNow ?? 0
  const union = monthReport({ ranked: [...rows.keys()], months }, month, limitNow)
  const cityRanks = competitionRanks(reported.map(({ report }) => report.city.mean))
  return {
    month,
    counties: union.rows.map(({ county, rank, accumulatedRank }) => ({ ...rows.get(county)!, rank, accumulatedRank })),
    cities: reported
      .map(({ id, report }, i) => ({ city: id, rank: cityRanks[i]!, report }))
      .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0),
    mean: union.city.mean,
    limits: rows.size === 0 ? [] : union.limits,
  }
}

/** All months for which any city of the province has data, oldest first. */
export function provinceMonths(cities: readonly RankedCity[]): Month[] {
  return [...new Set(cities.flatMap(({ reports }) => reports.map(({ month }) => month)))].sort()
}
