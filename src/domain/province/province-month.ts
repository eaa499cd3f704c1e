import { addMonths, type Month } from '@/domain/calendar'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import type { CountyMonth } from '@/domain/dustfall/county-month'
import { type MonthReport, monthReport, type RankedCounty } from '@/domain/dustfall/month-report'

/** A city as the province ranks it: its months are its own reports, oldest first. */
export interface RankedCity {
  /** Unique in the province: codes of counties need not be. */
  readonly id: string
  readonly reports: readonly MonthReport[]
}

/** A county in the ranking of all counties of the province. */
export interface ProvinceCounty {
  readonly city: string
  /** As its city knows it. */
  readonly county: string
  /** Among all counties; ties share a rank. */
  readonly rank: number | null
  readonly accumulatedRank: number | null
  /** Its row in its own city's ranking: value, limit, comparisons and the rank there are the city's. */
  readonly own: RankedCounty
}

/** A city in the ranking of the cities; one that has nothing of the month is not in it. */
export interface ProvinceCity {
  readonly city: string
  /** By the mean; the lower is the better, ties share a rank; null without a figure. */
  readonly rank: number | null
  readonly report: MonthReport
}

export interface ProvinceMonth {
  readonly month: Month
  /** In the order of the table: by rank, within a tie the larger fall against last year first, those without a figure last. */
  readonly counties: readonly ProvinceCounty[]
  readonly cities: readonly ProvinceCity[]
  /** Mean of all counties' figures to 0.1, as a city's is of its own. */
  readonly mean: number | null
  /** Every limit that a county with a figure is judged by, in ascending order. */
  readonly limits: readonly number[]
}

const idOf = (city: string, county: string) => `${city}/${county}`

/**
 * The ranking of a month over all counties of a province: that of one city whose counties are all of them
 * ({@link monthReport}). Every county keeps the figure, the comparisons and the limit of its own city.
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
  // What a county is compared with: the other months of the year, and those before that it is held against.
  const first = [addMonths(month, -12), `${month.slice(0, 4)}-01`].sort()[0]!
  for (const { id, reports } of cities)
    for (const report of reports)
      if (report.month >= first && report.month <= month)
        for (const { county, figure, dustfallLimit } of report.rows) {
          const key = idOf(id, county)
          const of = months.get(key) ?? new Map<Month, CountyMonth>()
          // As if it were published under the limit of its city: a figure keeps that whatever others are judged by.
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

/** All months that a city of the province has something of, oldest first. */
export function provinceMonths(cities: readonly RankedCity[]): Month[] {
  return [...new Set(cities.flatMap(({ reports }) => reports.map(({ month }) => month)))].sort()
}
