import { describe, expect, it } from 'vitest'
import { addMonths } from '@/domain/calendar'
import type { PublishedFigure } from '@/domain/dustfall/county-month'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import { changedComparisons, earlierFigures, monthsAsPublished } from '@/domain/dustfall/published-months'
import { type DustfallInput, dustfallSeries } from '@/domain/dustfall/series'
import { overStreak } from '@/domain/dustfall/streak'
import { earlierOf } from '../../../fixtures/earlier'

const LAST = '2022-10'
const LIMIT = 7

/** Today's figures by county and month. */
type Standing = Readonly<Record<string, Readonly<Record<string, number | null>>>>
/** What was stored with the figures of the last month. */
type Kept = Readonly<Record<string, Pick<PublishedFigure, 'earlier' | 'dustfallLimit'>>>

function publishedOf(standing: Standing, kept: Kept): PublishedFigure[] {
  return Object.entries(standing).flatMap(([county, months]) =>
    Object.entries(months).map(([month, value]) => ({
      county,
      month,
      value,
      publication: '',
      ...(month === LAST && kept[county]),
    })),
  )
}

interface Given {
  readonly kept?: Kept
  readonly months: readonly string[]
  readonly more?: readonly PublishedFigure[]
  readonly points?: Pick<DustfallInput, 'points' | 'records'>
}

function reportsOf(standing: Standing, { kept = {}, months, more = [], points }: Given): MonthReport[] {
  const series = dustfallSeries({
    ranked: Object.keys(standing),
    points: points?.points ?? [],
    records: points?.records ?? [],
    published: [...publishedOf(standing, kept), ...more],
    belowDetectionShare: 0.5,
  })
  return months.map((month) => monthReport(series, month, LIMIT))
}

const asPublished = (reports: readonly MonthReport[]) => monthsAsPublished(reports, reports.at(-1)!)
const reportOf = (reports: readonly MonthReport[], month: string) => reports.find((each) => each.month === month)!
const rowOf = (report: MonthReport, county: string) => report.rows.find((row) => row.county === county)!
/** Per county: figure, rank, over the limit or not. */
const table = ({ rows }: MonthReport) =>
  Object.fromEntries(rows.map(({ county, figure, rank, over }) => [county, [figure.value, rank, over]]))
/** So many months up to LAST, in order. */
const until = (count: number) => Array.from({ length: count }, (_, i) => addMonths(LAST, i - count + 1))

describe('the earlier months that a publication stores for a county', () => {
  it('are those of a year, latest first, null if there was no figure', () => {
    const standing = {
      a: { [LAST]: 6, '2022-09': 6.1, '2022-08': 6.2, '2022-06': null, '2021-10': 5, '2021-09': 4 },
      b: { [LAST]: 9, '2022-09': 9 },
    }
    const reports = reportsOf(standing, { months: until(14) })
    const none = (count: number) => Array.from({ length: count }, () => null)
    const valuesOf = (county: string) => earlierFigures(reports, county, LAST).map(({ value }) => value)
    expect(valuesOf('a')).toEqual([6.1, 6.2, ...none(9), 5])
    expect(valuesOf('b')).toEqual([9, ...none(11)])
    // For an unknown county or month the limit is missing too.
    expect(earlierFigures(reports, 'elsewhere', LAST)).toEqual(earlierOf(...none(12)))
    expect(earlierFigures([], 'a', LAST)).toEqual(earlierOf(...none(12)))
  })

  it('reach back over the whole streak above the limit, plus the month before it', () => {
    const over = Object.fromEntries(until(16).map((month, i) => [month, 8 + i / 10]))
    const reports = reportsOf({ a: { ...over, '2021-06': 6.9, '2021-05': 9 } }, { months: until(20) })
    const figures = earlierFigures(reports, 'a', LAST).map(({ value }) => value)
    expect(figures).toHaveLength(16)
    // 2022-09, 2021-07 and 2021-06.
    expect([figures[0], figures[14], figures[15]]).toEqual([9.4, 8, 6.9])
  })
})

describe('the limits of earlier months that a publication stores', () => {
  const months = ['2022-08', '2022-09', LAST]
  const standing = { a: { [LAST]: 8, '2022-09': 8, '2022-08': 8 } }
  const september = { county: 'a', month: '2022-09', value: 8, publication: '', dustfallLimit: 9 }

  it('are those by which each county was judged: its own, or the limit in force that day', () => {
    const reports = reportsOf(standing, { months, more: [september] })
    expect(earlierFigures(reports, 'a', LAST).slice(0, 3)).toEqual([
      { value: 8, dustfallLimit: 9 },
      { value: 8, dustfallLimit: 7 },
      { value: null },
    ])
  })

  it('take precedence over the limit of a later publication of that month: the streak does not change', () => {
    const kept = { a: { earlier: earlierFigures(reportsOf(standing, { months }), 'a', LAST), dustfallLimit: LIMIT } }
    const later = reportsOf(standing, { months, kept, more: [september] })
    const report = later.at(-1)!
    expect(overStreak(monthsAsPublished(later, report), 'a', LAST)).toEqual({ months: 3, atLeast: true })
    // The report of September itself uses the limit of its own publication.
    expect(rowOf(reportOf(later, '2022-09'), 'a')).toMatchObject({ dustfallLimit: 9, over: false })
  })

  it('are stored per county, because one month may have been judged by several limits', () => {
    const kept = {
      a: { earlier: [{ value: 8, dustfallLimit: 9 }] },
      b: { earlier: [{ value: 8, dustfallLimit: 7 }] },
      c: { earlier: [{ value: 8, dustfallLimit: 7 }] },
    }
    const values = { [LAST]: 6, '2022-09': 8 }
    const told = asPublished(reportsOf({ a: values, b: values, c: values }, { months: ['2022-09', LAST], kept }))[0]!
    expect(told).toMatchObject({ limits: [7, 9], dustfallLimit: 7, city: { overCount: 2 } })
    expect(told.rows.map(({ county, over }) => [county, over])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ])
  })
})

describe('the months as they were when a month was published', () => {
  const MONTHS = ['2022-07', '2022-08', '2022-09', LAST]

  it('are today’s if nothing was stored', () => {
    const reports = reportsOf({ a: { [LAST]: 6, '2022-09': 8 } }, { months: MONTHS })
    expect(asPublished(reports)).toBe(reports)
  })

  it('have the stored figures, with ranks, counts and the city’s mean derived from them', () => {
    const reports = reportsOf(
      {
        a: { [LAST]: 6, '2022-09': 8, '2022-08': 5, '2022-07': 4 },
        b: { [LAST]: 6, '2022-09': 7.5, '2022-08': 8.2, '2022-07': 4 },
        c: { [LAST]: 6, '2022-09': 5, '2022-08': 7 },
      },
      { months: MONTHS, kept: { a: { earlier: earlierOf(6) }, b: { earlier: earlierOf(7.5, 6.5) } } },
    )
    expect(table(reportOf(reports, '2022-09'))).toEqual({ a: [8, 3, true], b: [7.5, 2, true], c: [5, 1, false] })
    const told = asPublished(reports)
    expect(told.map(({ month }) => month)).toEqual(MONTHS)

    const september = reportOf(told, '2022-09')
    expect(table(september)).toEqual({ a: [6, 2, false], b: [7.5, 3, true], c: [5, 1, false] })
    // (6 + 7.5 + 5) / 3 = 6.1666…
    expect(september.city).toMatchObject({ month: '2022-09', mean: 6.2, max: 7.5, min: 5, overCount: 1 })
    expect(september.dustfallLimit).toBe(LIMIT)

    // The stored figures of b reach further back than those of a; August of a is therefore today's.
    const august = reportOf(told, '2022-08')
    expect(table(august)).toEqual({ a: [5, 1, false], b: [6.5, 2, false], c: [7, 3, false] })
    // (5 + 6.5 + 7) / 3 = 6.1666…
    expect(august.city).toMatchObject({ mean: 6.2, max: 7, min: 5, overCount: 0 })

    expect(reportOf(told, '2022-07')).toBe(reportOf(reports, '2022-07'))
    expect(reportOf(told, LAST)).toBe(reportOf(reports, LAST))
  })

  it('give equal stored figures the same rank and skip the next', () => {
    const reports = reportsOf(
      { a: { [LAST]: 6, '2022-09': 8 }, b: { [LAST]: 6, '2022-09': 5 }, c: { [LAST]: 6, '2022-09': 7 } },
      { months: ['2022-09', LAST], kept: { a: { earlier: earlierOf(5) } } },
    )
    const ranks = asPublished(reports)[0]!.rows.map(({ county, rank }) => [county, rank])
    expect(Object.fromEntries(ranks)).toEqual({ a: 1, b: 1, c: 3 })
  })

  it('show today’s figure beside a different stored one; an unchanged figure keeps its points', () => {
    const of = (point: string, given: number) => ({
      point,
      month: '2022-09',
      sample: null,
      given,
      valid: true,
      reason: '',
    })
    const points = {
      points: [
        { code: 'a1', county: 'a' },
        { code: 'b1', county: 'b' },
      ],
      records: [of('a1', 8), of('b1', 5)],
    }
    const reports = reportsOf(
      { a: { [LAST]: 6 }, b: { [LAST]: 6 } },
      { months: ['2022-09', LAST], kept: { a: { earlier: earlierOf(6.5) }, b: { earlier: earlierOf(5) } }, points },
    )
    const [today, told] = [reports[0]!, asPublished(reports)[0]!]
    expect(rowOf(today, 'a').figure.points).toHaveLength(1)
    expect(rowOf(told, 'a').figure).toMatchObject({
      county: 'a',
      month: '2022-09',
      value: 6.5,
      exact: null,
      points: [],
      origin: 'published',
      now: { value: 8, exact: '8', points: rowOf(today, 'a').figure.points },
    })
    expect(rowOf(told, 'b').figure).toBe(rowOf(today, 'b').figure)
  })

  it('have no figure for a county that was late, even if it has one today', () => {
    const reports = reportsOf(
      { a: { [LAST]: 6, '2022-09': 8 }, b: { [LAST]: 6, '2022-09': 9 } },
      { months: ['2022-09', LAST], kept: { a: { earlier: earlierOf(null) }, b: { earlier: earlierOf(9) } } },
    )
    const september = asPublished(reports)[0]!
    expect(table(september)).toEqual({ a: [null, null, false], b: [9, 1, true] })
    expect(september.city).toMatchObject({ mean: 9, counties: [{ county: 'b', value: 9 }], overCount: 1 })
    expect(rowOf(september, 'a').figure.now.value).toBe(8)
  })

  it('leave out a month for which no figure was known', () => {
    const standing = { a: { [LAST]: 6, '2022-09': 6, '2022-08': 8 }, b: { [LAST]: 6, '2022-09': 6 } }
    const kept = { a: { earlier: earlierOf(6, null) }, b: { earlier: earlierOf(6, null) } }
    const told = asPublished(reportsOf(standing, { months: ['2022-08', '2022-09', LAST], kept }))
    expect(told.map(({ month }) => month)).toEqual(['2022-09', LAST])
  })

  it('include, in its place, a stored month for which no data exists today', () => {
    const standing = { a: { [LAST]: 6, '2022-08': 5 }, b: { [LAST]: 7, '2022-08': 5 } }
    const kept = {
      a: { earlier: earlierOf(6.4, 5), dustfallLimit: 6 },
      b: { earlier: earlierOf(null, 5), dustfallLimit: 6 },
    }
    const told = asPublished(reportsOf(standing, { months: ['2022-08', LAST], kept }))
    expect(told.map(({ month }) => month)).toEqual(['2022-08', '2022-09', LAST])
    expect(table(told[1]!)).toEqual({ a: [6.4, 1, true], b: [null, null, false] })
    expect(told[1]!).toMatchObject({ dustfallLimit: 6, city: { mean: 6.4, overCount: 1 } })
    expect(rowOf(told[1]!, 'a').figure.now).toEqual({ value: null, exact: null, points: [] })
  })

  it('are judged by the limit of that publication, except a month published with its own limit', () => {
    const months = { [LAST]: 6, '2022-09': 6.4, '2022-08': 6.4, '2022-07': 6.4 }
    const own = { county: 'a', month: '2022-08', value: 6.4, publication: '', dustfallLimit: 8 }
    const kept = { a: { earlier: earlierOf(6.4, 6.4), dustfallLimit: 6 } }
    const reports = reportsOf({ a: months }, { months: MONTHS, kept, more: [own] })
    const told = asPublished(reports)
    expect(told.map(({ month, dustfallLimit, rows }) => [month, dustfallLimit, rows[0]!.over])).toEqual([
      ['2022-07', 7, false],
      ['2022-08', 8, false],
      ['2022-09', 6, true],
      [LAST, 6, false],
    ])
    expect(reportOf(told, '2022-09').city.overCount).toBe(1)
  })
})

describe('the columns of a row that were published with other values than today’s', () => {
  const told = (standing: Standing, kept: Kept) => {
    const [report] = reportsOf(standing, { months: [LAST], kept })
    return Object.fromEntries(report!.rows.map((row) => [row.county, changedComparisons(row)]))
  }

  it('are none if nothing was stored or the stored values are still right', () => {
    const standing = { a: { [LAST]: 6, '2022-09': 8 } }
    expect(told(standing, {})).toEqual({ a: [] })
    expect(told(standing, { a: { earlier: earlierOf(8) } })).toEqual({ a: [] })
  })

  it('are the month-on-month change and the accumulated mean; its rank can also change because of another county', () => {
    // Stored for a: 5 and 6, a mean of 5.5, ranked before b's 6.5. Today: 8 and 6, a mean of 7, ranked after it.
    const standing = { a: { [LAST]: 6, '2022-09': 8 }, b: { [LAST]: 6.5, '2022-09': 6.5 } }
    expect(told(standing, { a: { earlier: earlierOf(5) } })).toEqual({
      a: ['monthOnMonth', 'accumulated', 'accumulatedRank'],
      b: ['accumulatedRank'],
    })
  })

  it('are only the year-on-year change if only that month differs', () => {
    const earlier = earlierOf(8, ...Array.from({ length: 10 }, () => null), 5)
    expect(told({ a: { [LAST]: 6, '2022-09': 8, '2021-10': 4 } }, { a: { earlier } })).toEqual({ a: ['yearOnYear'] })
  })
})
