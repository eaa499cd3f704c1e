import { describe, expect, it } from 'vitest'
import { countyMonth, publishedCountyMonth } from '@/domain/dustfall/county-month'
import { FOOTNOTE_MARK, hasFootnoteMark, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { monthReport } from '@/domain/dustfall/month-report'
import { pointMonth } from '@/domain/dustfall/point-month'
import { unrounded } from '@/domain/dustfall/rounding'
import { dustfallSeries } from '@/domain/dustfall/series'
import { earlierOf } from '../../../fixtures/earlier'

const MONTH = '2022-10'
const CORRECTED = '2022-11-05公布；2022-11-15由6.0更正为6.4：漏算'
const today = (given: number) =>
  countyMonth('a', MONTH, [
    pointMonth({ point: 'a1', month: MONTH, sample: null, given, valid: true, reason: '' }, 0.5),
  ])
const published = (publication: string) => ({ county: 'a', month: MONTH, value: 6.4, publication })

describe('a figure marked with ※', () => {
  it('was corrected by the office, or differs from today’s data', () => {
    expect(FOOTNOTE_MARK).toBe('※')
    expect(hasFootnoteMark(publishedCountyMonth(published(CORRECTED), today(6.4)))).toBe(true)
    expect(hasFootnoteMark(publishedCountyMonth(published('2022-11-05公布'), today(6.6)))).toBe(true)
    expect(hasFootnoteMark(publishedCountyMonth(published(CORRECTED), today(6.6)))).toBe(true)
  })

  it('is published as below the detection limit, and keeps its text', () => {
    const figure = publishedCountyMonth({ ...published('2022-11-05公布'), givenText: '<0.2' }, undefined)
    expect(figure.writtenAs).toBe('<0.2')
    expect(hasFootnoteMark(figure)).toBe(true)
    expect(publishedCountyMonth({ ...published(''), givenText: '' }, undefined)).not.toHaveProperty('writtenAs')
  })

  it('was published with more decimals than are shown; it is judged, and its changes computed, as before', () => {
    const of = (value: number) => publishedCountyMonth({ ...published(''), value }, undefined)
    expect([hasFootnoteMark(of(4.05)), hasFootnoteMark(of(4))]).toEqual([true, false])
    expect([4.05, 4, 4.1, 0.123, 12].map(unrounded)).toEqual(['4.05', '4.0', '4.1', '0.123', '12.0'])
  })

  it('is neither unchanged since its publication nor computed nor missing', () => {
    expect(hasFootnoteMark(publishedCountyMonth(published('2022-11-05公布'), today(6.4)))).toBe(false)
    expect(hasFootnoteMark(today(6.4))).toBe(false)
    expect(hasFootnoteMark(undefined)).toBe(false)
  })
})

describe('a row marked with ※', () => {
  /** The row of a month for which today's data gives 8 for the month before. */
  const row = (publication: string, earlier: readonly number[]) =>
    monthReport(
      dustfallSeries({
        ranked: ['a'],
        points: [],
        records: [],
        published: [
          { ...published(publication), earlier: earlierOf(...earlier) },
          { county: 'a', month: '2022-09', value: 8, publication: '' },
        ],
        belowDetectionShare: 0.5,
      }),
      MONTH,
      7,
    ).rows[0]!

  it('has a marked figure, or a change that was published with another value', () => {
    expect(rowHasFootnoteMark(row('', [8]))).toBe(false)
    expect(rowHasFootnoteMark(row(CORRECTED, [8]))).toBe(true)
    expect(rowHasFootnoteMark(row('', [7]))).toBe(true)
  })
})
