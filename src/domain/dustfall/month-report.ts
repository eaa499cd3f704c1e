import { addMonths, type Month, yearToDate } from '@/domain/calendar'
import { changePercent } from './change'
import { type CityMonth, cityMonth } from './city-month'
import { competitionRanks } from './competition-rank'
import { type CountyMonth, countyMonth } from './county-month'
import { exceedsLimit } from './limit'
import { mean, roundHalfEven } from './rounding'

/** All that is known of the counties' months, and who is ranked. */
export interface DustfallSeries {
  /** County codes in the order of the package; only these are ranked and count for the city. */
  readonly ranked: readonly string[]
  /** County → month → figure. */
  readonly months: ReadonlyMap<string, ReadonlyMap<Month, CountyMonth>>
}

/** One row of the customary table. */
export interface RankedCounty {
  readonly county: string
  /** Lower dustfall is better; ties share a rank; null without a figure. */
  readonly rank: number | null
  readonly figure: CountyMonth
  readonly lastMonth: number | null
  readonly monthOnMonth: number | null
  readonly lastYear: number | null
  readonly yearOnYear: number | null
  readonly lastMonthRank: number | null
  /** Mean of the year's published months so far, to 0.1, and the months it is taken of. */
  readonly accumulated: number | null
  readonly accumulatedOf: readonly { readonly month: Month; readonly value: number }[]
  readonly accumulatedRank: number | null
  /** Rank by year-on-year change, the greatest fall first. */
  readonly improvementRank: number | null
  /** The rounded figure is above the limit; equal to it is within. */
  readonly over: boolean
}

/** A month's ranking with its city row. */
export interface MonthReport {
  readonly month: Month
  readonly dustfallLimit: number
  /** In the order of the table. */
  readonly rows: readonly RankedCounty[]
  readonly city: CityMonth & {
    readonly monthOnMonth: number | null
    readonly yearOnYear: number | null
    readonly lastMonth: number | null
    readonly lastYear: number | null
    readonly overCount: number
    /** Counties with a point above the limit; null where no county's points are known. */
    readonly overByMaximum: number | null
  }
}

function figureOf(series: DustfallSeries, county: string, month: Month): CountyMonth {
  const found = series.months.get(county)?.get(month)
  return found ?? countyMonth(county, month, [])
}

function accumulate(series: DustfallSeries, county: string, month: Month) {
  const months = yearToDate(month).flatMap((each) => {
    const { value } = figureOf(series, county, each)
    return value === null ? [] : [{ month: each, value }]
  })
  const exact = mean(months.map(({ value }) => value))
  return { months, value: exact === null ? null : roundHalfEven(exact) }
}

/** How many counties have a point whose rounded value is above the limit. */
function overByMaximum(figures: readonly CountyMonth[], dustfallLimit: number): number | null {
  const known = figures.filter(({ points }) => points.length > 0)
  if (known.length === 0) return null
  return known.filter(({ points }) => points.some((point) => point.counted && exceedsLimit(point.value, dustfallLimit)))
    .length
}

/** Nulls last, then ascending. */
function ascending(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a - b
}

/**
 * The ranking of a month by the customary rules: 环比 and 同比 from published figures, ties share a rank, within a tie the
 * larger fall against last year stands first, then the package's order; a county without a figure stands last, unranked.
 */
export function monthReport(series: DustfallSeries, month: Month, dustfallLimit: number): MonthReport {
  const { ranked } = series
  const figures = ranked.map((county) => figureOf(series, county, month))
  const [monthBefore, monthYearAgo] = [addMonths(month, -1), addMonths(month, -12)]
  const before = ranked.map((county) => figureOf(series, county, monthBefore))
  const yearAgo = ranked.map((county) => figureOf(series, county, monthYearAgo))
  const sums = ranked.map((county) => accumulate(series, county, month))
  const yearOnYear = ranked.map((_, i) => changePercent(yearAgo[i]!.value, figures[i]!.value))
  const ranks = competitionRanks(figures.map(({ value }) => value))
  const lastRanks = competitionRanks(before.map(({ value }) => value))
  const sumRanks = competitionRanks(sums.map(({ value }) => value))
  const improvementRanks = competitionRanks(yearOnYear)
  const rows = ranked.map((county, i): RankedCounty => {
    const { value } = figures[i]!
    return {
      county,
      rank: ranks[i]!,
      figure: figures[i]!,
      lastMonth: before[i]!.value,
      monthOnMonth: changePercent(before[i]!.value, value),
      lastYear: yearAgo[i]!.value,
      yearOnYear: yearOnYear[i]!,
      lastMonthRank: lastRanks[i]!,
      accumulated: sums[i]!.value,
      accumulatedOf: sums[i]!.months,
      accumulatedRank: sumRanks[i]!,
      improvementRank: improvementRanks[i]!,
      over: value !== null && exceedsLimit(value, dustfallLimit),
    }
  })
  rows.sort((a, b) => ascending(a.rank, b.rank) || ascending(a.yearOnYear, b.yearOnYear))

  const city = cityMonth(month, figures)
  const lastMonth = cityMonth(monthBefore, before).mean
  const lastYear = cityMonth(monthYearAgo, yearAgo).mean
  return {
    month,
    dustfallLimit,
    rows,
    city: {
      ...city,
      lastMonth,
      lastYear,
      monthOnMonth: changePercent(lastMonth, city.mean),
      yearOnYear: changePercent(lastYear, city.mean),
      overCount: rows.filter(({ over }) => over).length,
      overByMaximum: overByMaximum(figures, dustfallLimit),
    },
  }
}
