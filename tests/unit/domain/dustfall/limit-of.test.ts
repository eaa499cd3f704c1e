import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exceedsLimit, monthLimits, rowLimits } from '@/domain/dustfall/limit'
import { isCityOver, isColumnOverLimit, limitOf } from '@/domain/dustfall/limit-of'
import { runsOf } from '@/domain/dustfall/limit-runs'
import { monthReport } from '@/domain/dustfall/month-report'
import { limitSeries } from '@/domain/dustfall/point-series'
import { dustfallSeries } from '@/domain/dustfall/series'

const [MONTH, BEFORE, YEAR_AGO] = ['2022-10', '2022-09', '2021-10']
const figure = (county: string, month: string, value: number, dustfallLimit?: number) => ({
  county,
  month,
  value,
  publication: '',
  dustfallLimit,
})
function reportsOf(published: readonly ReturnType<typeof figure>[], limitNow = 7) {
  const series = dustfallSeries({
    ranked: ['a', 'b', 'c'],
    points: [{ code: 'pc', county: 'c' }],
    records: [{ point: 'pc', month: MONTH, sample: null, given: 8, valid: true, reason: '' }],
    published,
    belowDetectionShare: 0.5,
  })
  return [YEAR_AGO, BEFORE, MONTH].map((month) => monthReport(series, month, limitNow))
}

describe('the limits of a month’s counties', () => {
  const limitsOf = (published: readonly ReturnType<typeof figure>[], limitNow?: number) => {
    const report = reportsOf(published, limitNow).at(-1)!
    const own = Object.fromEntries(report.rows.map(({ county, dustfallLimit }) => [county, dustfallLimit]))
    return { ...own, limits: report.limits, most: report.dustfallLimit, over: report.city.overCount }
  }

  it('are today’s limit if none was stored', () => {
    expect(limitsOf([])).toEqual({ a: 7, b: 7, c: 7, limits: [7], most: 7, over: 1 })
    expect(limitsOf([figure('a', MONTH, 8)], 9)).toEqual({ a: 9, b: 9, c: 9, limits: [9], most: 9, over: 0 })
  })

  it('are the limit of each county’s own publication in any order of counties, without effect on the other counties', () => {
    expect(limitsOf([figure('a', MONTH, 8, 9), figure('b', MONTH, 6, 5)])).toEqual({
      ...{ a: 9, b: 5, c: 7, limits: [5, 7, 9] },
      // With equal numbers of counties per limit, the strictest.
      ...{ most: 5, over: 2 },
    })
    // a and b were published before limits were stored; the limit of the late c does not apply to them.
    expect(limitsOf([figure('a', MONTH, 8), figure('b', MONTH, 6), figure('c', MONTH, 6.5, 7)], 9)).toEqual({
      ...{ a: 9, b: 9, c: 7, limits: [7, 9], most: 9, over: 0 },
    })
  })

  it('are the common limit of all others for a county that was not published with them', () => {
    expect(limitsOf([figure('a', MONTH, 8, 9), figure('b', MONTH, 6, 9)])).toEqual({
      ...{ a: 9, b: 9, c: 9, limits: [9], most: 9, over: 0 },
    })
  })

  it('do not change if a county is published under the limit by which it is judged already', () => {
    const kept = fc.record({
      origin: fc.constantFrom('points' as const, 'published' as const),
      dustfallLimit: fc.constantFrom(undefined, 5, 7, 9),
    })
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 5 }), fc.constantFrom(5, 7, 9), (figures, limitNow) => {
        const before = rowLimits(figures, limitNow)
        const isKept = figures.every(({ origin, dustfallLimit }) => origin === 'points' || dustfallLimit !== undefined)
        const published = figures.map((each, i) =>
          each.origin === 'published'
            ? each
            : { origin: 'published' as const, dustfallLimit: isKept ? before[i] : undefined },
        )
        expect(rowLimits(published, limitNow)).toEqual(before)
        const rows = before.map((dustfallLimit) => ({ dustfallLimit, figure: { value: 1 } }))
        expect(monthLimits(rows, limitNow).limits).toEqual(
          [...new Set(before)].sort((a, b) => a - b).concat(before.length ? [] : [limitNow]),
        )
      }),
    )
  })
})

describe('the limit of a month as a whole', () => {
  const row = (dustfallLimit: number, value: number | null) => ({ dustfallLimit, figure: { value } })

  it('is the limit of most counties with a figure; limits of counties without one are left out', () => {
    const rows = [row(7, 8), row(7, 6), row(9, 8), row(11, null), row(11, null), row(11, null)]
    expect(monthLimits(rows, 11)).toEqual({ limits: [7, 9], dustfallLimit: 7 })
  })

  it('is the common limit of all if none has a figure', () => {
    expect(monthLimits([row(9, null), row(9, null)], 7)).toEqual({ limits: [9], dustfallLimit: 9 })
    expect(monthLimits([], 7)).toEqual({ limits: [7], dustfallLimit: 7 })
  })

  it('continues after the last report in a series of months', () => {
    const reports = reportsOf([figure('a', MONTH, 8, 9)])
    expect(limitSeries(reports, 'a', '2022-12', 4)).toEqual([7, 9, 9, 9])
    expect(limitSeries([], 'a', '2022-12', 4)).toEqual([])
  })
})

describe('the limit for a column of a row', () => {
  const reports = reportsOf([
    figure('a', MONTH, 8, 7),
    figure('a', BEFORE, 8, 9),
    figure('b', BEFORE, 8, 7),
    figure('a', YEAR_AGO, 8, 10),
  ])
  const report = reports.at(-1)!
  const row = report.rows.find(({ county }) => county === 'a')!

  it('is that of the county in the column’s month', () => {
    const of = (county: string) =>
      (['value', 'lastMonth', 'lastYear', 'accumulated'] as const).map((column) =>
        limitOf(reports, report, county, column),
      )
    expect(of('a')).toEqual([7, 9, 10, 7])
    expect(of('b')).toEqual([7, 7, 10, 7])
  })

  it('is that of the row for an unknown month, and that of most counties for an unknown county', () => {
    expect(limitOf([report], report, 'a', 'lastMonth')).toBe(7)
    expect(limitOf(reports, report, 'elsewhere', 'lastYear')).toBe(10)
  })

  it('decides what is over it; a missing figure is not', () => {
    const over = (['value', 'lastMonth', 'lastYear', 'accumulated'] as const).map((column) =>
      isColumnOverLimit(reports, report, row, column),
    )
    expect(over).toEqual([true, false, false, true])
    const [b] = report.rows.filter(({ county }) => county === 'b')
    expect([
      isColumnOverLimit(reports, report, b!, 'value'),
      isColumnOverLimit(reports, report, b!, 'lastMonth'),
    ]).toEqual([false, true])
  })
})

describe('the city’s mean', () => {
  const cityOf = (a: number, b: number, limits: readonly [number, number]) =>
    isCityOver(reportsOf([figure('a', BEFORE, a, limits[0]), figure('b', BEFORE, b, limits[1])])[1]!)

  it('is over or within if all limits of the month agree, otherwise neither', () => {
    expect([cityOf(8, 8, [7, 7]), cityOf(8, 6, [7, 7])]).toEqual([true, false])
    expect([cityOf(10, 10, [7, 9]), cityOf(5, 5, [7, 9]), cityOf(8, 8, [7, 9])]).toEqual([true, false, null])
    expect(isCityOver(reportsOf([])[1]!)).toBeNull()
  })
})

it('consecutive months with the same limit form a run, in order', () => {
  expect(runsOf([9, 9, 7, 9])).toEqual([
    { value: 9, from: 0, to: 1 },
    { value: 7, from: 2, to: 2 },
    { value: 9, from: 3, to: 3 },
  ])
  expect(runsOf([])).toEqual([])
  expect(exceedsLimit(7.05, 7)).toBe(false)
})
