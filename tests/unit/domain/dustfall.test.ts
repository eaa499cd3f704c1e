import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changePercent } from '@/domain/dustfall/change'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import { countyMonth } from '@/domain/dustfall/county-month'
import { pointMonth } from '@/domain/dustfall/point-month'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import { sampleDustfall } from '@/domain/dustfall/sample'
import { datasetOf } from '@/questions/dataset'
import { CHANGZHI_2021_10 } from '../../fixtures/changzhi'
import { openFromDisk } from '../package-from-disk'

describe('the published table of Changzhi, October 2021', async () => {
  const { value } = await openFromDisk('changzhi/')
  const dataset = datasetOf(value!)
  const report = dataset.reports.find(({ month }) => month === '2021-10')!
  const names = new Map(dataset.counties.map(({ code, name }) => [code, name]))

  it('is reproduced exactly: ranks with ties, order within ties, year-on-year change', () => {
    expect(report.rows.map((row) => [row.rank, names.get(row.county), row.figure.value, row.yearOnYear])).toEqual(
      CHANGZHI_2021_10,
    )
  })

  it('has the same city row as published', () => {
    expect(report.city).toMatchObject({ mean: 1.4, max: 2.1, min: 1.0, yearOnYear: -48.1, overCount: 0 })
  })
})

describe('rounding by GB/T 8170', () => {
  it.each([
    ['0.25', 0.2],
    ['0.35', 0.4],
    ['7.05', 7.0],
    ['7.15', 7.2],
    ['12.1498', 12.1],
    ['1.050', 1.0],
    ['0.350', 0.4],
  ])('%s to 0.1 is %d', (value, rounded) => expect(roundHalfEven(value)).toBe(rounded))

  it.each([
    ['2.5', 2],
    ['3.5', 4],
    ['13.4546', 13],
    ['11.5002', 12],
  ])('%s to a whole number is %d', (value, rounded) => expect(roundHalfEven(value, 0)).toBe(rounded))

  it('rounds a number’s decimal form, not its binary approximation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (tenths) => {
        const even = tenths % 2 === 0 ? tenths : tenths + 1
        expect(roundHalfEven(Number(`${Math.floor(tenths / 10)}.${tenths % 10}5`))).toBe(even / 10)
      }),
    )
  })
})

describe('a sample under HJ 1221-2021', () => {
  const sample = { dishGrams: 64.1523, dustedGrams: 64.2771, blankGrams: 0.0011, mouthCm: 15, days: 30 }

  it('gives M = (m1 − m0 − m2) / (S·n) × 30 × 10⁴', () => {
    // Calculated by hand: 0.1237 g; S = π·7.5² = 176.714587 cm²; 0.1237 / (176.714587 × 30) × 300000 = 6.99999…
    expect(Number(sampleDustfall(sample))).toBeCloseTo(7.0, 3)
  })

  it('counts below the detection limit as the configured share of the limit', () => {
    const clean = { ...sample, dustedGrams: 64.1563 }
    const month = pointMonth({ point: 'p', month: '2022-10', sample: clean, given: null, valid: true, reason: '' }, 0.5)
    expect(month).toMatchObject({ counted: true, belowDetection: true, value: '0.15' })
  })

  it('is excluded with its cause if it is void, missing or negative', () => {
    const record = { point: 'p', month: '2022-10', sample: null, given: null, valid: true, reason: '' }
    expect(pointMonth(record, 0.5)).toMatchObject({ counted: false, cause: 'missing' })
    expect(pointMonth({ ...record, given: 5, valid: false, reason: '被盗' }, 0.5)).toMatchObject({
      cause: 'void',
      reason: '被盗',
    })
    expect(pointMonth({ ...record, sample: { ...sample, dustedGrams: 60 } }, 0.5)).toMatchObject({
      cause: 'below-zero',
    })
  })
})

describe('a county month', () => {
  const point = (given: number) =>
    pointMonth({ point: String(given), month: '2022-10', sample: null, given, valid: true, reason: '' }, 0.5)

  it('rounds its mean once, ties to even', () => {
    expect(countyMonth('c', '2022-10', [point(7.0), point(7.1)]).value).toBe(7.0)
    expect(countyMonth('c', '2022-10', [point(7.1), point(7.2)]).value).toBe(7.2)
  })

  it('has no figure without a valid point', () => {
    const missing = pointMonth(
      { point: 'x', month: '2022-10', sample: null, given: null, valid: true, reason: '' },
      0.5,
    )
    expect(countyMonth('c', '2022-10', [missing]).value).toBeNull()
  })
})

describe('ranks and changes', () => {
  it('give ties the same rank and skip the next', () => {
    expect(competitionRanks([2, 1, 2, 4, null])).toEqual([2, 1, 2, 4, null])
  })

  it('give a rank of one plus the number of smaller values', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { nil: null })), (values) => {
        competitionRanks(values).forEach((rank, i) => {
          const value = values[i]!
          expect(rank).toBe(
            value === null ? null : 1 + values.filter((other) => other !== null && other < value).length,
          )
        })
      }),
    )
  })

  it('have no change from a missing value or from zero', () => {
    expect(changePercent(null, 3)).toBeNull()
    expect(changePercent(0, 3)).toBeNull()
    expect(changePercent(2.7, 1.4)).toBe(-48.1)
  })
})
