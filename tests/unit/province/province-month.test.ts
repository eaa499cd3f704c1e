import fc from 'fast-check'
import { expect, it } from 'vitest'
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

it('ranks all counties as one city that has all of them would', () => {
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

it('keeps of each county the figure, the limit and the comparisons of its own city', () => {
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
      // Within a city they stand in the order of its own ranking.
      for (const { id, reports } of ranked)
        expect(counties.filter(({ city }) => city === id).map(({ county }) => county)).toEqual(
          reports[1]!.rows.map(({ county }) => county),
        )
    }),
  )
})

it('lets the same code of two cities be two counties', () => {
  const { counties } = provinceMonth([cityOf('a', 7, [[5, 5]]), cityOf('b', 9, [[8, 8]])], '2022-10')
  expect(counties.map(({ city, county, rank, own }) => [city, county, rank, own.over])).toEqual([
    ['a', '0', 1, false],
    ['b', '0', 2, false],
  ])
})

it('leaves out a city that has nothing of the month, and knows the months of all', () => {
  const older = cityOf('older', 7, [[3, 4]], ['2022-07', '2022-08'])
  const cities = [cityOf('a', 7, [[5, 6]]), older]
  const { counties, cities: ranked } = provinceMonth(cities, '2022-10')
  expect(counties.map(({ city }) => city)).toEqual(['a'])
  expect(ranked.map(({ city }) => city)).toEqual(['a'])
  expect(provinceMonths(cities)).toEqual(['2022-07', '2022-08', '2022-09', '2022-10'])
})

it('ranks cities by the mean of their counties, and ties share a rank', () => {
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
