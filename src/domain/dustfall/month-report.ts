import { addMonths, type Month, yearToDate } from '@/domain/calendar'
import { changePercent } from './change'
import { type CityChange, cityChange } from './city-change'
import { type CityMonth, cityMonth } from './city-month'
import { competitionRanks } from './competition-rank'
import { type CountyMonth, countyMonth } from './county-month'
import { earlierAsPublished, type FigureOf } from './earlier'
import { exceedsLimit, monthLimits, rowLimits } from './limit'
import { mean, roundHalfEven } from './rounding'

/** All that is known of the counties' months, and who is ranked. */
export interface DustfallSeries {
  /** County codes in the order of the package; only these are ranked and count for the city. */
  readonly ranked: readonly string[]
  /** County → month → figure. */
  readonly months: ReadonlyMap<string, ReadonlyMap<Month, CountyMonth>>
}

/** What a county's figure is held against. */
export interface Compared {
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
}

/** One row of the customary table; a published one is compared as it was published, where that was kept. */
export interface RankedCounty extends Compared {
  readonly county: string
  /** Lower dustfall is better; ties share a rank; null without a figure. */
  readonly rank: number | null
  readonly figure: CountyMonth
  /** The same figure held against what stands of the other months today. */
  readonly now: Compared
  /** What the row is judged by: see {@link rowLimits}. */
  readonly dustfallLimit: number
  /** The rounded figure is above the limit; equal to it is within. */
  readonly over: boolean
}

/** What the city's mean is held against. */
export interface ComparedCity {
  /** Of the counties that have a figure in both months: see {@link CityChange}. */
  readonly monthOnMonth: number | null
  readonly yearOnYear: number | null
  readonly comparedWith: { readonly lastMonth: CityChange; readonly lastYear: CityChange }
  readonly lastMonth: number | null
  readonly lastYear: number | null
}

/** A month's ranking with its city row. */
export interface MonthReport {
  readonly month: Month
  /** The limit that most of its counties are judged by. */
  readonly dustfallLimit: number
  /** All that they are judged by, in ascending order: more than one where they were published under different limits. */
  readonly limits: readonly number[]
  /** The limit that the package has for the month today. */
  readonly limitNow: number
  /** In the order of the table. */
  readonly rows: readonly RankedCounty[]
  readonly city: CityMonth &
    ComparedCity & {
      /** The same mean held against what stands of the other months today. */
      readonly now: ComparedCity
      readonly overCount: number
      /** Counties with a point above the limit; null where no county's points are known. */
      readonly overByMaximum: number | null
    }
}

function figureOf(series: DustfallSeries, county: string, month: Month): CountyMonth {
  const found = series.months.get(county)?.get(month)
  return found ?? countyMonth(county, month, [])
}

function accumulate(figure: CountyMonth, figureIn: FigureOf) {
  const months = yearToDate(figure.month).flatMap((month) => {
    const value = month === figure.month ? figure.value : figureIn(figure.county, month)
    return value === null ? [] : [{ month, value }]
  })
  const exact = mean(months.map(({ value }) => value))
  return { months, value: exact === null ? null : roundHalfEven(exact) }
}

/** What each figure of a month is held against, of what `figureIn` gives for the other months. */
function compared(figures: readonly CountyMonth[], month: Month, figureIn: FigureOf): Compared[] {
  const lastMonth = figures.map(({ county }) => figureIn(county, addMonths(month, -1)))
  const lastYear = figures.map(({ county }) => figureIn(county, addMonths(month, -12)))
  const yearOnYear = figures.map(({ value }, i) => changePercent(lastYear[i], value))
  const sums = figures.map((figure) => accumulate(figure, figureIn))
  const lastRanks = competitionRanks(lastMonth)
  const sumRanks = competitionRanks(sums.map(({ value }) => value))
  const improvementRanks = competitionRanks(yearOnYear)
  return figures.map(({ value }, i) => ({
    lastMonth: lastMonth[i]!,
    monthOnMonth: changePercent(lastMonth[i], value),
    lastYear: lastYear[i]!,
    yearOnYear: yearOnYear[i]!,
    lastMonthRank: lastRanks[i]!,
    accumulated: sums[i]!.value,
    accumulatedOf: sums[i]!.months,
    accumulatedRank: sumRanks[i]!,
    improvementRank: improvementRanks[i]!,
  }))
}

function comparedCity(
  { month, mean: now }: CityMonth,
  figures: readonly CountyMonth[],
  figureIn: FigureOf,
): ComparedCity {
  const against = (at: Month) => {
    const then = figures.map(({ county }) => ({ county, value: figureIn(county, at) }))
    const { mean: before } = cityMonth(at, then)
    const counties = then.map(({ value }, i) => ({ before: value, now: figures[i]!.value }))
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

/** How many counties have a point whose rounded value is above their limit. */
function overByMaximum(rows: readonly RankedCounty[]): number | null {
  const known = rows.filter(({ figure }) => figure.points.length > 0)
  if (known.length === 0) return null
  return known.filter(({ figure, dustfallLimit }) =>
    figure.points.some((point) => point.counted && exceedsLimit(point.value, dustfallLimit)),
  ).length
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
export function monthReport(series: DustfallSeries, month: Month, limitNow: number): MonthReport {
  const { ranked } = series
  const figures = ranked.map((county) => figureOf(series, county, month))
  const limits = rowLimits(figures, limitNow)
  const standing: FigureOf = (county, at) => figureOf(series, county, at).value
  const published = earlierAsPublished(figures, standing)
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
