import { addMonths, type Month, yearToDate } from '@/domain/calendar'
import { changeBetween } from './change'
import { type CityChange, cityChange } from './city-change'
import { type CityMonth, cityMonth } from './city-month'
import { competitionRanks } from './competition-rank'
import { type CountyMonth, countyMonth, isUnmeasured } from './county-month'
import { type FigureLookup, type FigureThen, publishedEarlierFigures } from './earlier'
import { exceedsLimit, monthLimits, rowLimits } from './limit'
import { mean, roundHalfEven } from './rounding'

/** All known months of the counties, and which counties are ranked. */
export interface DustfallSeries {
  /** County codes in the order of the package; only these are ranked and included in the city's mean. */
  readonly ranked: readonly string[]
  /** County → month → figure. */
  readonly months: ReadonlyMap<string, ReadonlyMap<Month, CountyMonth>>
}

type Uncompared = {
  readonly [change in 'monthOnMonth' | 'yearOnYear']?: 'value' | 'lastMonth' | 'lastYear'
}

/** The comparisons of a county's figure. */
export interface CountyComparisons {
  readonly lastMonth: number | null
  readonly monthOnMonth: number | null
  readonly lastYear: number | null
  readonly yearOnYear: number | null
  /** The changes that are not given, with the figure that is below the detection limit. */
  readonly uncompared: Uncompared
  readonly lastMonthRank: number | null
  /** Mean of the year's published months so far, to 0.1, and the months in it. */
  readonly accumulated: number | null
  readonly accumulatedOf: readonly { readonly month: Month; readonly value: number }[]
  readonly accumulatedRank: number | null
  /** Rank by year-on-year change, the largest decrease first. */
  readonly improvementRank: number | null
}

/**
 * One row of the customary table; for a published figure, the comparisons are those of the publication if they were
 * stored.
 */
export interface RankedCounty extends CountyComparisons {
  readonly county: string
  /** Lower dustfall is better; ties share a rank; null if there is no figure. */
  readonly rank: number | null
  readonly figure: CountyMonth
  /** The same figure compared with today's figures of the other months. */
  readonly now: CountyComparisons
  /** The limit of the row: see {@link rowLimits}. */
  readonly dustfallLimit: number
  /** The rounded figure is above the limit; a figure equal to it is within. */
  readonly over: boolean
}

/** The comparisons of the city's mean. */
export interface ComparedCity {
  /** Based on the counties that have a figure in both months: see {@link CityChange}. */
  readonly monthOnMonth: number | null
  readonly yearOnYear: number | null
  readonly comparedWith: { readonly lastMonth: CityChange; readonly lastYear: CityChange }
  readonly lastMonth: number | null
  readonly lastYear: number | null
}

/** The ranking of a month, with the row of the city. */
export interface MonthReport {
  readonly month: Month
  /** The limit that applies to most of its counties. */
  readonly dustfallLimit: number
  /** All limits that apply, ascending; several if figures were published under different limits. */
  readonly limits: readonly number[]
  /** The package's limit for the month as of today. */
  readonly limitNow: number
  /** In the order of the table. */
  readonly rows: readonly RankedCounty[]
  readonly city: CityMonth &
    ComparedCity & {
      /** The same mean compared with today's figures of the other months. */
      readonly now: ComparedCity
      readonly overCount: number
      /** Number of counties with a point above the limit; null if no county's points are known. */
      readonly overByMaximum: number | null
    }
}

function figureOf(series: DustfallSeries, county: string, month: Month): CountyMonth {
  const found = series.months.get(county)?.get(month)
  return found ?? countyMonth(county, month, [])
}

function accumulate(figure: CountyMonth, figureIn: FigureLookup) {
  const months = yearToDate(figure.month).flatMap((month) => {
    const value = month === figure.month ? figure.value : figureIn(figure.county, month).value
    return value === null ? [] : [{ month, value }]
  })
  const exact = mean(months.map(({ value }) => value))
  return { months, value: exact === null ? null : roundHalfEven(exact) }
}

/** Compares each figure of a month with other months; `figureIn` gives their figures. */
function compared(figures: readonly CountyMonth[], month: Month, figureIn: FigureLookup): CountyComparisons[] {
  const own = figures.map(thenOf)
  const lastMonth = figures.map(({ county }) => figureIn(county, addMonths(month, -1)))
  const lastYear = figures.map(({ county }) => figureIn(county, addMonths(month, -12)))
  const yearOnYear = own.map((now, i) => changeBetween(lastYear[i]!, now))
  const sums = figures.map((figure) => accumulate(figure, figureIn))
  const lastRanks = competitionRanks(lastMonth.map(({ value }) => value))
  const sumRanks = competitionRanks(sums.map(({ value }) => value))
  const improvementRanks = competitionRanks(yearOnYear)
  return own.map((now, i) => ({
    lastMonth: lastMonth[i]!.value,
    monthOnMonth: changeBetween(lastMonth[i]!, now),
    lastYear: lastYear[i]!.value,
    yearOnYear: yearOnYear[i]!,
    uncompared: {
      ...unmeasuredOf(now, lastMonth[i]!, 'monthOnMonth', 'lastMonth'),
      ...unmeasuredOf(now, lastYear[i]!, 'yearOnYear', 'lastYear'),
    },
    lastMonthRank: lastRanks[i]!,
    accumulated: sums[i]!.value,
    accumulatedOf: sums[i]!.months,
    accumulatedRank: sumRanks[i]!,
    improvementRank: improvementRanks[i]!,
  }))
}

const thenOf = (figure: CountyMonth): FigureThen => ({ value: figure.value, isUnmeasured: isUnmeasured(figure) })

/** Why two known figures have no change. */
function unmeasuredOf(
  now: FigureThen,
  then: FigureThen,
  change: keyof Uncompared,
  earlier: 'lastMonth' | 'lastYear',
): Uncompared {
  if (now.value === null || then.value === null) return {}
  return now.isUnmeasured ? { [change]: 'value' } : then.isUnmeasured ? { [change]: earlier } : {}
}

function comparedCity(
  { month, mean: now }: CityMonth,
  figures: readonly CountyMonth[],
  figureIn: FigureLookup,
): ComparedCity {
  const own = figures.map(thenOf)
  const against = (at: Month) => {
    const then = figures.map(({ county }) => ({ county, ...figureIn(county, at) }))
    const { mean: before } = cityMonth(at, then)
    const counties = then.map((each, i) => ({ before: each, now: own[i]! }))
    return { mean: before, change: cityChange(counties, { before, now }) }
  }
  const [lastMonth, lastYear] = [against(addMonths(month, -1)), against(addMonths(month, -12))]
  return {
    lastMonth: lastMonth.mean,
    lastYear: lastYear.mean,
    monthOnMonth: lastMonth.change.percent,
    yearOnYear: lastYear.change.percent,
    comparedWith: { lastMonth: lastMonth.change, lastYear: lastYear.change },
  }
}

/** How many counties have a point whose rounded value is above their limit; null if no points are known. */
function overByMaximum(rows: readonly RankedCounty[]): number | null {
  const known = rows.filter(({ figure }) => figure.points.length > 0)
  if (known.length === 0) return null
  return known.filter(({ figure, dustfallLimit }) =>
    figure.points.some((point) => point.counted && exceedsLimit(point.value, dustfallLimit)),
  ).length
}

/** Ascending, nulls last. */
function ascending(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a - b
}

/**
 * The ranking of a month by the customary rules: 环比 and 同比 from published figures; ties share a rank, ordered by the
 * larger decrease from last year, then by the package's order; counties without a figure are last and unranked.
 */
export function monthReport(series: DustfallSeries, month: Month, limitNow: number): MonthReport {
  const { ranked } = series
  const figures = ranked.map((county) => figureOf(series, county, month))
  const limits = rowLimits(figures, limitNow)
  const standing: FigureLookup = (county, at) => thenOf(figureOf(series, county, at))
  const published = publishedEarlierFigures(figures, standing)
  const today = compared(figures, month, standing)
  const told = published === standing ? today : compared(figures, month, published)
  const ranks = competitionRanks(figures.map(({ value }) => value))
  const rows = ranked.map((county, i): RankedCounty => {
    const figure = figures[i]!
    const dustfallLimit = limits[i]!
    const over = figure.value !== null && exceedsLimit(figure.value, dustfallLimit)
    return { county, rank: ranks[i]!, figure, ...told[i]!, now: today[i]!, dustfallLimit, over }
  })
  rows.sort((a, b) => ascending(a.rank, b.rank) || ascending(a.yearOnYear, b.yearOnYear))

  const city = cityMonth(month, figures)
  return {
    month,
    ...monthLimits(rows, limitNow),
    limitNow,
    rows,
    city: {
      ...city,
      ...comparedCity(city, figures, published),
      now: comparedCity(city, figures, standing),
      overCount: rows.filter(({ over }) => over).length,
      overByMaximum: overByMaximum(rows),
    },
  }
}
