import { describe, expect, it } from 'vitest'
import { changePercent } from '@/domain/dustfall/change'
import { lastMonths } from '@/domain/dustfall/last-months'
import { type MonthReport, monthReport, type RankedCounty } from '@/domain/dustfall/month-report'
import { isSameField, mostMoved, rankMoves } from '@/domain/dustfall/rank-moves'
import { RANKING_COLUMNS, type RankingCells, rankingCells, rankingText } from '@/domain/dustfall/ranking-table'
import { dustfallSeries } from '@/domain/dustfall/series'
import { overStreak } from '@/domain/dustfall/streak'
import { restOfYear, yearTarget } from '@/domain/dustfall/year-target'

/** Published figures by county and month. */
type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>

const seriesOf = (figures: Figures, ranked = Object.keys(figures)) =>
  dustfallSeries({
    ranked,
    points: [],
    records: [],
    published: Object.entries(figures).flatMap(([county, months]) =>
      Object.entries(months).map(([month, value]) => ({ county, month, value, publication: '' })),
    ),
    belowDetectionShare: 0.5,
  })
const reportOf = (figures: Figures, month = '2022-10', limit = 7) => monthReport(seriesOf(figures), month, limit)
const column = (report: MonthReport, name: keyof RankedCounty) =>
  Object.fromEntries(report.rows.map((row) => [row.county, row[name]]))

describe('a change', () => {
  it.each([
    [2.7, 1.4, -48.1],
    [1.4, 2.7, 92.9],
    [8, 8, 0],
    [8, 0, -100],
  ])('from %d to %d is %d %%', (from, to, change) => expect(changePercent(from, to)).toBe(change))

  it.each([
    [null, 3],
    [undefined, 3],
    [3, null],
    [3, undefined],
    [0, 3],
  ])('from %s to %s is null', (from, to) => expect(changePercent(from, to)).toBeNull())
})

describe('the ranking of a month', () => {
  const figures: Figures = {
    a: { '2022-10': 6, '2022-09': 8, '2021-10': 5 },
    b: { '2022-10': 5, '2022-09': 4, '2021-10': 10 },
    c: { '2022-09': 6 },
    d: { '2022-10': 6, '2022-09': 6, '2021-10': 12 },
    e: { '2022-10': 7.1 },
  }
  const report = () => reportOf(figures)

  it('puts the cleanest first, ties by the larger fall against last year, and counties without a figure last', () => {
    expect(report().rows.map(({ county, rank }) => [county, rank])).toEqual([
      ['b', 1],
      ['d', 2],
      ['a', 2],
      ['e', 4],
      ['c', null],
    ])
  })

  it('puts within a tie first the counties with a figure of last year, otherwise in the order of the package', () => {
    const tied = { '2022-10': 6 }
    const rows = reportOf({ w: tied, x: { ...tied, '2021-10': 3 }, y: tied, z: { ...tied, '2021-10': 3 } }).rows
    expect(rows.map(({ county }) => county)).toEqual(['x', 'z', 'w', 'y'])
    expect(reportOf({ w: {}, x: {}, y: tied }).rows.map(({ county }) => county)).toEqual(['y', 'w', 'x'])
  })

  it('ranks figures as they are shown, the month as the year so far: 4.05 and 4.02 both stand as 4.0', () => {
    const report = reportOf({
      x: { '2022-10': 4.05, '2021-10': 2 },
      y: { '2022-10': 4.02, '2021-10': 8 },
      z: { '2022-10': 4.06 },
    })
    expect(report.rows.map(({ county, rank }) => [county, rank])).toEqual([
      ['y', 1],
      ['x', 1],
      ['z', 3],
    ])
    expect(column(report, 'accumulatedRank')).toEqual({ x: 1, y: 1, z: 3 })
  })

  it('compares with the month before and with the same month of last year', () => {
    expect(column(report(), 'lastMonth')).toEqual({ a: 8, b: 4, c: 6, d: 6, e: null })
    expect(column(report(), 'monthOnMonth')).toEqual({ a: -25, b: 25, c: null, d: 0, e: null })
    expect(column(report(), 'lastMonthRank')).toEqual({ a: 4, b: 1, c: 2, d: 2, e: null })
    expect(column(report(), 'lastYear')).toEqual({ a: 5, b: 10, c: null, d: 12, e: null })
    expect(column(report(), 'yearOnYear')).toEqual({ a: 20, b: -50, c: null, d: -50, e: null })
    expect(column(report(), 'improvementRank')).toEqual({ a: 3, b: 1, c: null, d: 1, e: null })
  })

  it('works across the turn of the year', () => {
    const turn = reportOf({ a: { '2022-01': 6, '2021-12': 8, '2021-01': 3 } }, '2022-01').rows[0]!
    expect(turn).toMatchObject({ lastMonth: 8, lastYear: 3, accumulated: 6 })
  })

  it('averages the months of the year that have a figure, and ranks by that', () => {
    expect(column(report(), 'accumulated')).toEqual({ a: 7, b: 4.5, c: 6, d: 6, e: 7.1 })
    expect(column(report(), 'accumulatedRank')).toEqual({ a: 4, b: 1, c: 2, d: 2, e: 5 })
    expect(report().rows.find(({ county }) => county === 'a')!.accumulatedOf).toEqual([
      { month: '2022-09', value: 8 },
      { month: '2022-10', value: 6 },
    ])
    expect(reportOf({ a: { '2021-10': 5 } }).rows[0]).toMatchObject({ accumulated: null, accumulatedOf: [] })
  })

  it('marks as over only figures above the limit: not at it, and not missing ones', () => {
    expect(column(report(), 'over')).toEqual({ a: false, b: false, c: false, d: false, e: true })
    expect(column(reportOf(figures, '2022-10', 7.1), 'over')).toMatchObject({ e: false })
    expect(reportOf({ a: {} }, '2022-10', -1).rows[0]!.over).toBe(false)
  })

  it('has a row for the city from the same figures', () => {
    expect(report().dustfallLimit).toBe(7)
    expect(report().city).toMatchObject({
      month: '2022-10',
      mean: 6,
      max: 7.1,
      min: 5,
      lastMonth: 6,
      monthOnMonth: -5,
      lastYear: 9,
      yearOnYear: -36.7,
      overCount: 1,
      overByMaximum: null,
    })
  })

  it('compares the city over the counties that both months have, and counts these', () => {
    const two = { a: { '2022-09': 4, '2022-10': 5 }, b: { '2022-09': 6, '2022-10': 6 } }
    expect(reportOf(two).city).toMatchObject({
      lastMonth: 5,
      monthOnMonth: 10,
      comparedWith: { lastMonth: { counties: 2, partial: false }, lastYear: { percent: null, counties: 0 } },
    })
    // A third county with far higher values has no figure this month: that does not count as a fall of the city.
    expect(reportOf({ ...two, c: { '2022-09': 20 } }).city).toMatchObject({
      mean: 5.5,
      lastMonth: 10,
      monthOnMonth: 10,
      comparedWith: { lastMonth: { counties: 2, partial: true, means: { before: 5, now: 5.5 } } },
    })
  })

  it('counts moves in rank among the counties that both months have, so that nobody rises because another left', () => {
    const all = {
      a: { '2022-09': 2, '2022-10': 3 },
      b: { '2022-09': 3, '2022-10': 2 },
      c: { '2022-09': 4, '2022-10': 4 },
    }
    const moves = rankMoves(reportOf({ gone: { '2022-09': 1 }, ...all, new: { '2022-10': 1 } }))
    expect(Object.fromEntries(moves.map(({ county, places }) => [county, places]))).toEqual({ a: -1, b: 1, c: 0 })
    expect(mostMoved(moves)).toEqual({
      risen: { counties: ['b'], places: 1 },
      fallen: { counties: ['a'], places: 1 },
    })
    const left = reportOf({ gone: { '2022-09': 1 }, ...all })
    expect(rankMoves(left)).toEqual(rankMoves(reportOf(all)))
    expect([isSameField(left), isSameField(reportOf(all))]).toEqual([false, true])
    expect(mostMoved([])).toEqual({ risen: null, fallen: null })
  })

  it('has an empty row for a county without any data', () => {
    const [row] = monthReport(seriesOf({}, ['a']), '2022-10', 7).rows
    expect(row!.figure).toEqual({
      county: 'a',
      month: '2022-10',
      value: null,
      exact: null,
      points: [],
      origin: 'points',
      now: { value: null, exact: null, points: [] },
      publication: '',
    })
  })
})

describe('counties over the limit by their worst point', () => {
  const report = (points: readonly (readonly [county: string, given: number, valid?: boolean])[]) =>
    monthReport(
      dustfallSeries({
        ranked: ['a', 'b'],
        points: points.map(([county], i) => ({ code: String(i), county })),
        records: points.map(([, given, valid = true], i) => ({
          point: String(i),
          month: '2022-10',
          sample: null,
          given,
          valid,
          reason: '',
        })),
        published: [],
        belowDetectionShare: 0.5,
      }),
      '2022-10',
      7,
    )

  it('are counted once each, by the rounded value of a valid point', () => {
    const over = (...points: Parameters<typeof report>[0]) => report(points).city.overByMaximum
    expect(over(['a', 7.06], ['a', 9], ['b', 7.05])).toBe(1)
    expect(over(['a', 7.2], ['b', 8])).toBe(2)
    expect(over(['a', 7.2], ['a', 2])).toBe(1)
    expect(over(['a', 2], ['b', 8, false])).toBe(0)
    expect(over(['a', 2])).toBe(0)
    expect(over()).toBeNull()
  })
})

describe('the months that a chart of the year shows', () => {
  it('are the twelve up to the given one; months without a report are left out', () => {
    const months = ['2021-09', '2021-10', '2021-11', '2022-03', '2022-10', '2022-11']
    const reports = months.map((month) => reportOf({ a: {} }, month))
    const shown = (last: string) => lastMonths(reports, reportOf({ a: {} }, last)).map(({ month }) => month)
    expect(shown('2022-10')).toEqual(['2021-11', '2022-03', '2022-10'])
    expect(shown('2022-11')).toEqual(['2022-03', '2022-10', '2022-11'])
  })
})

describe('months over the limit in a row', () => {
  const figures: Figures = { a: { '2022-10': 9, '2022-09': 8, '2022-07': 8 }, b: { '2022-10': 9, '2022-09': 5 } }

  it('end at a month without a figure or within the limit, separately for each county', () => {
    const reports = ['2022-07', '2022-08', '2022-09', '2022-10'].map((month) => reportOf(figures, month))
    const of = (county: string, all = reports) => Object.values(overStreak(all, county, '2022-10'))
    expect(of('a')).toEqual([2, true])
    expect(of('b')).toEqual([1, false])
    expect(of('c')).toEqual([0, false])
    expect(of('a', reports.slice(3))).toEqual([1, true])
    expect(of('a', [])).toEqual([0, false])
  })
})

describe('the printed table', () => {
  const cells = () =>
    rankingCells(
      reportOf({ b: { '2022-09': 6 }, a: { '2022-10': 7.1, '2022-09': 8, '2021-10': 5 } }),
      (code) => `${code}县`,
    )
  const words = { over: '超标', within: '达标' }
  const printed = (cells: RankingCells) => RANKING_COLUMNS.map((name) => rankingText(name, cells[name], words))

  it('has the usual columns in order: figures with one decimal, whole ranks, a dash for unknown values', () => {
    const [first, last] = cells()
    expect(printed(first!)).toEqual(['1', 'a县', '7.1', '8.0', '-11.2', '5.0', '42.0', '7.6', '2', '超标'])
    expect(printed(last!)).toEqual(['—', 'b县', '—', '6.0', '—', '—', '—', '6.0', '1', '—'])
    expect(rankingText('over', false, words)).toBe('达标')
  })

  it('has figures as numbers, and no judgement without a figure', () => {
    const [first, last] = cells()
    expect(first).toEqual({
      rank: 1,
      county: 'a县',
      value: 7.1,
      lastMonth: 8,
      monthOnMonth: -11.2,
      lastYear: 5,
      yearOnYear: 42,
      accumulated: 7.6,
      accumulatedRank: 2,
      over: true,
    })
    expect(last!.over).toBeNull()
  })
})

describe('the highest mean that the rest of a year may have', () => {
  it('is missed if the remaining months would all have to be zero', () => {
    expect(yearTarget([90], 11, 7)).toEqual({ state: 'missed', months: 11 })
    // 84 / 12 is 7.0; 0.1 more in each month would exceed the limit.
    expect(yearTarget([84], 11, 7)).toEqual({ state: 'missed', months: 11 })
    expect(yearTarget([83.5], 11, 7)).toEqual({ state: 'open', months: 11, highest: 0.1 })
  })

  it('is unknown if only the last months of the year have data; one missing month among many does not matter', () => {
    expect(restOfYear([9], '2020-11', 7)).toEqual({ state: 'unknown' })
    expect(restOfYear([9, 9], '2020-12', 7)).toEqual({ state: 'unknown' })
    expect(restOfYear([], '2022-01', 7)).toEqual({ state: 'unknown' })
    expect(restOfYear([6, 6, 6], '2022-04', 7)).toMatchObject({ state: 'open', months: 8 })
    expect(restOfYear([6, 6, 6], '2022-03', 7)).toEqual(yearTarget([6, 6, 6], 9, 7))
  })

  it('is closed if no month has a figure and none remains', () => {
    expect(yearTarget([], 0, 7)).toEqual({ state: 'closed', mean: 0, over: false })
  })
})
