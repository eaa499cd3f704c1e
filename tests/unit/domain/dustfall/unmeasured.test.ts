import { describe, expect, it } from 'vitest'
import { rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { monthReport } from '@/domain/dustfall/month-report'
import { monthsAsPublished } from '@/domain/dustfall/published-months'
import { dustfallSeries } from '@/domain/dustfall/series'
import { earlierOf } from '../../../fixtures/earlier'

type Given = Parameters<typeof dustfallSeries>[0]
const seriesOf = (given: Partial<Given>) =>
  dustfallSeries({ ranked: ['a', 'b'], points: [], records: [], published: [], belowDetectionShare: 0.5, ...given })
const published = (county: string, month: string, value: number, givenText = '') => ({
  ...{ county, month, value, publication: '' },
  ...(givenText && { givenText }),
})
const rowOf = (given: Partial<Given>, month = '2022-05') =>
  monthReport(seriesOf(given), month, 7).rows.find(({ county }) => county === 'a')!

describe('a change against a figure below the detection limit', () => {
  it('is not given: what it counts as is no measurement', () => {
    const row = rowOf({ published: [published('a', '2022-04', 0.15, '<0.2'), published('a', '2022-05', 2.8)] })
    expect(row).toMatchObject({ lastMonth: 0.15, monthOnMonth: null, uncompared: { monthOnMonth: 'lastMonth' } })
    expect(rowHasFootnoteMark(row)).toBe(true)
  })

  it('is not given from last year, which has no place by improvement then', () => {
    const row = rowOf({ published: [published('a', '2021-05', 0.15, '未检出'), published('a', '2022-05', 2.8)] })
    expect(row).toMatchObject({ yearOnYear: null, improvementRank: null, uncompared: { yearOnYear: 'lastYear' } })
  })

  it('is not given if this month is below it; a month without a figure is no reason', () => {
    const row = rowOf({ published: [published('a', '2022-04', 2.8), published('a', '2022-05', 0.15, '<0.2')] })
    expect(row).toMatchObject({ monthOnMonth: null, uncompared: { monthOnMonth: 'value' } })
    expect(Object.keys(row.uncompared)).toEqual(['monthOnMonth'])
  })

  it('is not given if all points of a month that count are below it, but if one is not', () => {
    const record = (point: string, month: string, given: number) => ({
      ...{ point, month, given, sample: null, valid: true, reason: '' },
    })
    const of = (second: number) =>
      rowOf({
        points: ['p', 'q'].map((code) => ({ code, county: 'a' })),
        records: [
          ...[record('p', '2022-04', 0.1), record('q', '2022-04', second)],
          ...[record('p', '2022-05', 3), record('q', '2022-05', 3)],
        ],
      })
    expect(of(0.2)).toMatchObject({ lastMonth: 0.2, monthOnMonth: null, uncompared: { monthOnMonth: 'lastMonth' } })
    expect(of(2)).toMatchObject({ lastMonth: 1.1, monthOnMonth: 172.7, uncompared: {} })
  })

  it('is not given for a city whose counties were all below it, and counts a single one as before', () => {
    const city = (ofB: string) =>
      monthReport(
        seriesOf({
          published: [
            ...[published('a', '2022-04', 0.15, '<0.2'), published('b', '2022-04', ofB ? 0.15 : 3.85, ofB)],
            ...[published('a', '2022-05', 2), published('b', '2022-05', 4)],
          ],
        }),
        '2022-05',
        7,
      ).city.monthOnMonth
    expect(city('<0.2')).toBeNull()
    expect(city('')).toBe(50)
  })

  it('is not given either if the publication stored the month as it was then', () => {
    const may = { ...published('a', '2022-05', 2.8), earlier: earlierOf(0.15) }
    expect(rowOf({ published: [published('a', '2022-04', 0.15, '<0.2'), may] }).monthOnMonth).toBeNull()
    const series = seriesOf({ published: [published('a', '2022-04', 3.1), may] })
    const reports = ['2022-04', '2022-05'].map((month) => monthReport(series, month, 7))
    expect(reports[1]!.rows[0]).toMatchObject({ monthOnMonth: null, uncompared: { monthOnMonth: 'lastMonth' } })
    expect(reports[1]!.rows[0]!.now.monthOnMonth).toBe(-9.7)
    expect(monthsAsPublished(reports, reports[1]!)[0]!.rows[0]!.figure.value).toBe(0.15)
  })

  it('keeps the text of a figure off the one that a later publication stored for its month', () => {
    const may = { ...published('a', '2022-05', 2.8), earlier: earlierOf(3.1) }
    const series = seriesOf({ published: [published('a', '2022-04', 0.15, '<0.2'), may] })
    const reports = ['2022-04', '2022-05'].map((month) => monthReport(series, month, 7))
    expect(monthsAsPublished(reports, reports[1]!)[0]!.rows[0]!.figure).not.toHaveProperty('writtenAs')
    expect(reports[1]!.rows[0]!.monthOnMonth).toBe(-9.7)
  })
})
