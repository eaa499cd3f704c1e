import { describe, expect, it } from 'vitest'
import { monthReport } from '@/domain/dustfall/month-report'
import { countySeries, pointMonthOf, pointSeries } from '@/domain/dustfall/point-series'
import { dustfallSeries } from '@/domain/dustfall/series'

const LAST = '2022-02'
const record = (point: string, month: string, given: number | null, valid = true) => ({
  point,
  month,
  sample: null,
  given,
  valid,
  reason: valid ? '' : '被盗',
})
const SERIES = dustfallSeries({
  ranked: ['a', 'b'],
  points: [
    { code: 'a1', county: 'a' },
    { code: 'a2', county: 'a' },
    { code: 'b1', county: 'b' },
  ],
  records: [
    record('a1', '2021-11', 4),
    record('a1', '2021-12', 6.25),
    record('a2', '2021-12', 8.35),
    record('b1', '2021-12', 3),
    record('a1', '2022-01', 7, false),
    record('a2', '2022-01', 5),
    record('a1', LAST, 9.04),
    record('b1', LAST, 5.5),
    record('a1', '2022-03', 20),
  ],
  published: [],
  belowDetectionShare: 0.5,
})
const REPORTS = ['2021-11', '2021-12', '2022-01', LAST, '2022-03'].map((month) => monthReport(SERIES, month, 7))

describe('the last months of a point', () => {
  it('are as many as requested, oldest first, rounded to one decimal, and null if the point does not count', () => {
    expect(pointSeries(REPORTS, 'a1', LAST, 3)).toEqual([
      { month: '2021-12', value: 6.2 },
      { month: '2022-01', value: null },
      { month: LAST, value: 9 },
    ])
    expect(pointSeries(REPORTS, 'a2', '2022-01', 2)).toEqual([
      { month: '2021-12', value: 8.4 },
      { month: '2022-01', value: 5 },
    ])
  })

  it('have no value without a report or for an unknown point', () => {
    expect(pointSeries(REPORTS, 'a1', '2021-11', 2)).toEqual([
      { month: '2021-10', value: null },
      { month: '2021-11', value: 4 },
    ])
    expect(pointSeries(REPORTS, 'elsewhere', LAST, 1)).toEqual([{ month: LAST, value: null }])
    expect(pointSeries(REPORTS, 'a1', LAST, 0)).toEqual([])
  })
})

describe('the last months of a county', () => {
  it('are its figures in the ranking, oldest first', () => {
    // (6.25 + 8.35) / 2 = 7.3; in the next month only one point counts.
    expect(countySeries(REPORTS, 'a', LAST, 3)).toEqual([
      { month: '2021-12', value: 7.3 },
      { month: '2022-01', value: 5 },
      { month: LAST, value: 9 },
    ])
    expect(countySeries(REPORTS, 'b', LAST, 3).map(({ value }) => value)).toEqual([3, null, 5.5])
  })

  it('have no value without a report or for a county that is not ranked', () => {
    expect(countySeries(REPORTS, 'a', '2021-11', 2)).toEqual([
      { month: '2021-10', value: null },
      { month: '2021-11', value: 4 },
    ])
    expect(countySeries(REPORTS, 'elsewhere', LAST, 1)).toEqual([{ month: LAST, value: null }])
  })
})

describe('a point’s month', () => {
  it('is found in whichever county, even if it does not count', () => {
    expect(pointMonthOf(REPORTS, 'b1', LAST)).toMatchObject({ point: 'b1', month: LAST, counted: true, value: '5.5' })
    expect(pointMonthOf(REPORTS, 'a1', '2022-01')).toEqual({
      point: 'a1',
      month: '2022-01',
      counted: false,
      cause: 'void',
      reason: '被盗',
    })
  })

  it('is undefined if nothing is known', () => {
    expect(pointMonthOf(REPORTS, 'elsewhere', LAST)).toBeUndefined()
    expect(pointMonthOf(REPORTS, 'a1', '2020-01')).toBeUndefined()
  })
})
