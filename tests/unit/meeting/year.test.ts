import Big from 'big.js'
import fc from 'fast-check'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import { monthReport } from '@/domain/dustfall/month-report'
import { divide, roundHalfEven } from '@/domain/dustfall/rounding'
import { dustfallSeries } from '@/domain/dustfall/series'
import { overStreak } from '@/domain/dustfall/streak'
import { yearTarget } from '@/domain/dustfall/year-target'
import { yearSoFar } from '@/features/meeting/year-so-far'
import { startI18n } from '@/i18n'

const tenths = fc.integer({ min: 0, max: 300 }).map((value) => value / 10)
const yearMean = (values: readonly number[]) =>
  roundHalfEven(
    divide(
      values.reduce((sum, value) => sum.plus(value), new Big(0)),
      new Big(values.length),
    ),
  )

describe('the highest mean that the rest of a year may have', () => {
  it('is exact: with it the year is within the limit, with 0.1 more it is over', () => {
    fc.assert(
      fc.property(
        fc.array(tenths, { minLength: 1, maxLength: 11 }),
        tenths.filter((limit) => limit > 0),
        (published, limit) => {
          const months = 12 - published.length
          const rest = (value: number) => [...published, ...new Array<number>(months).fill(value)]
          const target = yearTarget(published, months, limit)
          if (target.state === 'missed') expect(yearMean(rest(0.1))).toBeGreaterThan(limit)
          else if (target.state === 'open') {
            expect(yearMean(rest(target.highest))).toBeLessThanOrEqual(limit)
            expect(yearMean(rest(new Big(target.highest).plus('0.1').toNumber()))).toBeGreaterThan(limit)
          } else expect.unreachable()
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('rounds a tie to the even digit: a mean of 7.05 is 7.0 and within, one of 7.15 is over', () => {
    expect(yearTarget([7, 7.1], 0, 7)).toEqual({ state: 'closed', mean: 7, over: false })
    expect(yearTarget([7.1, 7.2], 0, 7)).toEqual({ state: 'closed', mean: 7.2, over: true })
    expect(yearTarget([7], 1, 7)).toEqual({ state: 'open', months: 1, highest: 7.1 })
  })
})

describe('the mean of the year so far', () => {
  it('states its months, and the counties with fewer months than others', async () => {
    await startI18n('zh-CN')
    const of = (county: string, month: string, value: number) => ({ county, month, value, publication: '' })
    const published = [
      ...['2022-01', '2022-02', '2022-03'].map((month) => of('甲县', month, 6)),
      of('乙县', '2022-03', 5),
    ]
    const series = dustfallSeries({
      ranked: ['甲县', '乙县'],
      points: [],
      records: [],
      published,
      belowDetectionShare: 0.5,
    })
    const reports = ['2022-01', '2022-02', '2022-03'].map((month) => monthReport(series, month, 7))
    const said = (i: number) => yearSoFar(i18next.getFixedT('zh-CN'), reports, reports[i]!, (code) => code)
    expect(said(2)).toBe('累计均值：1—3月均值；累计均值和累计排名：乙县仅 1/3 个月')
    expect(said(0)).toBe('累计均值：1月均值')
  })
})

describe('ranks', () => {
  it('are competition ranks: one plus the number of better values', () => {
    fc.assert(
      fc.property(fc.array(fc.option(tenths)), (values) => {
        const ranks = competitionRanks(values)
        values.forEach((value, i) => {
          const better = values.filter((other) => other !== null && value !== null && other < value).length
          expect(ranks[i]).toBe(value === null ? null : better + 1)
        })
      }),
    )
  })
})

describe('a published month', () => {
  const record = (point: string, month: string, given: number) => ({
    point,
    month,
    sample: null,
    given,
    valid: true,
    reason: '',
  })
  const series = (
    september: number,
    published: readonly { county: string; month: string; value: number; publication: string }[],
  ) =>
    dustfallSeries({
      ranked: ['a'],
      points: [{ code: 'p', county: 'a' }],
      records: [record('p', '2022-08', 8), record('p', '2022-09', september), record('p', '2022-10', 9)],
      published,
      belowDetectionShare: 0.5,
    })

  it('keeps its figure when late data changes its points; the difference is known, and later changes use it', () => {
    const published = [{ county: 'a', month: '2022-09', value: 7.5, publication: '2022-10-10公布' }]
    const report = monthReport(series(7.9, published), '2022-09', 7)
    const { figure } = report.rows[0]!
    expect(figure).toMatchObject({
      value: 7.5,
      now: { value: 7.9 },
      origin: 'published',
      publication: '2022-10-10公布',
    })
    expect(figure.points).toHaveLength(1)
    // October's 环比 is relative to the published 7.5: (9 − 7.5) ÷ 7.5.
    expect(monthReport(series(7.9, published), '2022-10', 7).rows[0]!.monthOnMonth).toBe(20)
    expect(monthReport(series(7.5, []), '2022-10', 7).rows[0]!.monthOnMonth).toBe(20)
  })

  it('over the limit in a row is counted back to the first month that was not', () => {
    const all = series(7.0, [])
    const reports = ['2022-08', '2022-09', '2022-10'].map((month) => monthReport(all, month, 7))
    expect(overStreak(reports, 'a', '2022-10')).toEqual({ months: 1, atLeast: false })
    expect(overStreak(reports, 'a', '2022-08')).toEqual({ months: 1, atLeast: true })
    expect(overStreak(reports, 'a', '2022-09')).toEqual({ months: 0, atLeast: false })
    const worse = series(7.1, [])
    expect(
      overStreak(
        ['2022-08', '2022-09', '2022-10'].map((month) => monthReport(worse, month, 7)),
        'a',
        '2022-10',
      ),
    ).toEqual({ months: 3, atLeast: true })
  })
})
