import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths } from '@/domain/calendar'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import { publishedCountyMonth } from '@/domain/dustfall/county-month'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { monthReport } from '@/domain/dustfall/month-report'
import { provinceMonth, provinceMonths, type RankedCity } from '@/domain/province/province-month'

const MONTHS = ['2022-09', '2022-10']

/** A city of counties with the figures of some months, under one limit. */
function cityOf(
  id: string,
  limit: number,
  figures: readonly (readonly (number | null)[])[],
  months = MONTHS,
): RankedCity {
  const ranked = figures.map((_, i) => `${i}`)
  const series = {
    ranked,
    months: new Map(
      figures.map((values, i) => [
        `${i}`,
        new Map(
          months.map((month, m) => [
            month,
            publishedCountyMonth({ county: `${i}`, month, value: values[m] ?? null, publication: '' }, undefined),
          ]),
        ),
      ]),
    ),
  }
  return { id, reports: months.map((month) => monthReport(series, month, limit)) }
}

const tenths = fc.option(
  fc.integer({ min: 0, max: 150 }).map((value) => value / 10),
  { nil: null },
)
const anyCity = fc.record({
  limit: fc.constantFrom(7, 8, 9),
  figures: fc.array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 8 }),
})

it('ranks all counties like a single city with all of them', () => {
  fc.assert(
    fc.property(fc.array(anyCity, { minLength: 1, maxLength: 5 }), (cities) => {
      const ranked = cities.map(({ limit, figures }, i) => cityOf(`c${i}`, limit, figures))
      const province = provinceMonth(ranked, '2022-10')
      const all = cities.flatMap(({ figures }) => figures)
      const union = cityOf('all', 7, all).reports[1]!
      expect(province.counties.map(({ rank, own }) => [rank, own.figure.value])).toEqual(
        union.rows.map(({ rank, figure }) => [rank, figure.value]),
      )
      expect(province.mean).toBe(union.city.mean)
    }),
  )
})

/** From a year before the ranked month to a month after it. */
const YEAR = Array.from({ length: 14 }, (_, i) => addMonths('2021-10', i))

it('compares with the months of a year before, and with no later ones', () => {
  const anyYear = fc.array(fc.array(tenths, { minLength: 14, maxLength: 14 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(anyYear, { minLength: 1, maxLength: 3 }), (cities) => {
      const ranked = cities.map((figures, i) => cityOf(`c${i}`, 7, figures, YEAR))
      const { counties } = provinceMonth(ranked, '2022-10')
      const union = cityOf('all', 7, cities.flat(), YEAR).reports.find(({ month }) => month === '2022-10')!
      expect(counties.map(({ accumulatedRank }) => accumulatedRank)).toEqual(
        union.rows.map(({ accumulatedRank }) => accumulatedRank),
      )
      // Of equal figures, the one with the larger fall against last year comes first.
      expect(counties.map(({ own }) => [own.figure.value, own.yearOnYear])).toEqual(
        union.rows.map(({ figure, yearOnYear }) => [figure.value, yearOnYear]),
      )
    }),
  )
})

it('has no limit, mean or row if no city has data for the month', () => {
  expect(provinceMonth([cityOf('a', 7, [[5, 6]])], '2022-01')).toEqual({
    month: '2022-01',
    counties: [],
    cities: [],
    mean: null,
    limits: [],
  })
  expect(provinceMonth([cityOf('a', 7, [[5, 6]]), cityOf('b', 9, [[5, 6]])], '2022-10').limits).toEqual([7, 9])
})

it('keeps for each county the figure, limit and comparisons of its own city', () => {
  fc.assert(
    fc.property(fc.array(anyCity, { minLength: 1, maxLength: 5 }), (cities) => {
      const ranked = cities.map(({ limit, figures }, i) => cityOf(`c${i}`, limit, figures))
      const { counties } = provinceMonth(ranked, '2022-10')
      for (const { city, county, own } of counties) {
        const report = ranked.find(({ id }) => id === city)!.reports[1]!
        expect(own).toEqual(report.rows.find((row) => row.county === county))
        expect(own.dustfallLimit).toBe(cities[Number(city.slice(1))]!.limit)
        expect(own.over).toBe(own.figure.value !== null && exceedsLimit(own.figure.value, own.dustfallLimit))
      }
      // Within a city the order is that of its own ranking.
      for (const { id, reports } of ranked)
        expect(counties.filter(({ city }) => city === id).map(({ county }) => county)).toEqual(
          reports[1]!.rows.map(({ county }) => county),
        )
    }),
  )
})

it('treats the same code in two cities as two counties', () => {
  const { counties } = provinceMonth([cityOf('a', 7, [[5, 5]]), cityOf('b', 9, [[8, 8]])], '2022-10')
  expect(counties.map(({ city, county, rank, own }) => [city, county, rank, own.over])).toEqual([
    ['a', '0', 1, false],
    ['b', '0', 2, false],
  ])
})

it('leaves out a city without data for the month, and knows the months of all', () => {
  const older = cityOf('older', 7, [[3, 4]], ['2022-07', '2022-08'])
  const cities = [cityOf('a', 7, [[5, 6]]), older]
  const { counties, cities: ranked } = provinceMonth(cities, '2022-10')
  expect(counties.map(({ city }) => city)).toEqual(['a'])
  expect(ranked.map(({ city }) => city)).toEqual(['a'])
  expect(provinceMonths(cities)).toEqual(['2022-07', '2022-08', '2022-09', '2022-10'])
})

it('ranks cities by the mean of their counties, with ties sharing a rank', () => {
  const cities = [
    cityOf('a', 7, [[5, 6]]),
    cityOf('b', 7, [[5, 4]]),
    cityOf('c', 9, [[5, 4]]),
    cityOf('d', 7, [[1, null]]),
  ]
  const { cities: ranked } = provinceMonth(cities, '2022-10')
  expect(ranked.map(({ city, rank }) => [city, rank])).toEqual([
    ['b', 1],
    ['c', 1],
    ['a', 3],
    ['d', null],
  ])
  expect(competitionRanks([6, 4, 4, null])).toEqual([3, 1, 1, null])
})
