import { describe, expect, it } from 'vitest'
import { cityMonth } from '@/domain/dustfall/city-month'
import {
  countyMonth,
  differsNow,
  isCorrected,
  pointsDifferNow,
  publishedCountyMonth,
} from '@/domain/dustfall/county-month'
import { type PointRecord, pointMonth } from '@/domain/dustfall/point-month'
import { type DustfallInput, dustfallSeries, monthsOf } from '@/domain/dustfall/series'
import { earlierOf } from '../../../fixtures/earlier'

const MONTH = '2022-10'
const record = (point: string, given: number | null, month = MONTH): PointRecord => ({
  point,
  month,
  sample: null,
  given,
  valid: true,
  reason: '',
})
const point = (given: number | null) => pointMonth(record('p', given), 0.5)
const FIGURE = { county: 'a', month: MONTH, value: 6.4, publication: '2022-11-08公布' }

describe('a county month', () => {
  it('is the mean of the points that count, with the unrounded mean and all points beside it', () => {
    const points = [point(6), point(7.1), point(null), point(8.2)]
    expect(countyMonth('a', MONTH, points)).toEqual({
      county: 'a',
      month: MONTH,
      value: 7.1,
      exact: '7.1',
      points,
      origin: 'points',
      now: { value: 7.1, exact: '7.1', points },
      publication: '',
    })
  })

  it('has a mean to 30 places, so that a third is not taken for a tie', () => {
    const thirds = countyMonth('a', MONTH, [point(7), point(7), point(7.15)])
    expect(thirds).toMatchObject({ value: 7, exact: '7.05' })
    expect(countyMonth('a', MONTH, [point(7), point(7), point(7.16)])).toMatchObject({
      value: 7.1,
      exact: `7.05${'3'.repeat(28)}`,
    })
  })

  it('without a point that counts has no figure and no mean', () => {
    expect(countyMonth('a', MONTH, [point(null)])).toMatchObject({ value: null, exact: null })
  })

  it('as published stands, with or without its points', () => {
    const points = countyMonth('a', MONTH, [point(6.6)])
    expect(publishedCountyMonth(FIGURE, points)).toEqual({
      ...FIGURE,
      exact: '6.6',
      points: points.points,
      origin: 'published',
      now: { value: 6.6, exact: '6.6', points: points.points },
    })
    expect(publishedCountyMonth(FIGURE, undefined)).toEqual({
      ...FIGURE,
      exact: null,
      points: [],
      origin: 'published',
      now: { value: null, exact: null, points: [] },
    })
  })

  it('as published keeps the points of that day; what later data makes of them stands beside', () => {
    const kept = [point(6.6)]
    const later = countyMonth('a', MONTH, [point(9.2)])
    const figure = publishedCountyMonth({ ...FIGURE, value: 6.6, points: kept }, later)
    expect(figure).toMatchObject({ value: 6.6, exact: '6.6', points: kept, now: { value: 9.2, exact: '9.2' } })
    expect([differsNow(figure), pointsDifferNow(figure)]).toEqual([true, true])
  })

  it('says where points differ though their mean is the same, and where one came or went', () => {
    const of = (kept: (number | null)[], later: (number | null)[]) => {
      const named = (values: (number | null)[]) => values.map((value, i) => pointMonth(record(`p${i}`, value), 0.5))
      const figure = publishedCountyMonth(
        { ...FIGURE, value: 6.6, points: named(kept) },
        countyMonth('a', MONTH, named(later)),
      )
      return [differsNow(figure), pointsDifferNow(figure)]
    }
    expect(of([6.6], [6.6])).toEqual([false, false])
    expect(of([6, 7.2], [6.2, 7])).toEqual([false, true])
    expect(of([6.6], [6.6, null])).toEqual([false, true])
    expect(of([null], [6.6])).toEqual([false, true])
    expect(of([6.6], [])).toEqual([false, false])
    // One of two is enough, and two that do not count are the same.
    expect(of([6, 7.2], [6, 7.4])).toEqual([true, true])
    expect(of([null, 6.6], [null, 6.6])).toEqual([false, false])
    // Today nothing counts: that is another figure, or none.
    expect(of([6.6], [null])).toEqual([true, true])
  })

  it('says that points differ where as many stand today under another name', () => {
    const named = (name: string) => [pointMonth(record(name, 6.6), 0.5)]
    const figure = publishedCountyMonth(
      { ...FIGURE, value: 6.6, points: named('p') },
      countyMonth('a', MONTH, named('q')),
    )
    expect([differsNow(figure), pointsDifferNow(figure)]).toEqual([false, true])
  })

  it('differs where another figure without points stands today', () => {
    const figure = publishedCountyMonth(FIGURE, undefined)
    expect(differsNow({ ...figure, now: { value: 6.6, exact: null, points: [] } })).toBe(true)
    expect(differsNow({ ...figure, now: { value: 6.4, exact: null, points: [] } })).toBe(false)
  })

  it('keeps the months before and the limit of that day, and has neither where they were not kept', () => {
    const kept = publishedCountyMonth({ ...FIGURE, earlier: earlierOf(6, null), dustfallLimit: 8 }, undefined)
    expect(kept).toMatchObject({ earlier: earlierOf(6, null), dustfallLimit: 8 })
    const none = Object.keys(
      publishedCountyMonth({ ...FIGURE, earlier: undefined, dustfallLimit: undefined }, undefined),
    )
    expect(none).not.toContain('earlier')
    expect(none).not.toContain('dustfallLimit')
  })

  it('published without a figure has no points where none were kept, though there are some today', () => {
    const today = countyMonth('a', MONTH, [point(5)])
    expect(publishedCountyMonth({ ...FIGURE, value: null }, today)).toMatchObject({
      value: null,
      exact: null,
      points: [],
      now: { value: 5 },
    })
  })

  it('keeps the weighing of a kept point only where it still leads to that value', () => {
    const sample = { dishGrams: 61, dustedGrams: 61.1, blankGrams: 0, mouthCm: 15, days: 30 }
    const weighed = pointMonth({ ...record('p', null), sample }, 0.5)
    if (!weighed.counted) throw new Error('counted')
    const kept = { ...weighed, sample: null }
    const pointNow = (given: typeof weighed) =>
      publishedCountyMonth({ ...FIGURE, points: [kept] }, countyMonth('a', MONTH, [given])).points[0]
    expect(pointNow(weighed)).toMatchObject({ sample })
    expect(pointNow({ ...weighed, value: '9' })).toMatchObject({ value: weighed.value, sample: null })
    expect(pointNow({ ...weighed, measured: '9' })).toMatchObject({ measured: weighed.measured, sample: null })
    expect(pointNow({ ...weighed, point: 'q' })).toMatchObject({ point: 'p', sample: null })
  })

  it('published without a valid figure stays so, whatever comes later', () => {
    const figure = publishedCountyMonth(
      { ...FIGURE, value: null, points: [point(null)] },
      countyMonth('a', MONTH, [point(5)]),
    )
    expect(figure).toMatchObject({ value: null, now: { value: 5 } })
    expect(differsNow(figure)).toBe(true)
  })

  it('is corrected where the office wrote so', () => {
    expect([
      isCorrected({ publication: '2022-11-08公布' }),
      isCorrected({ publication: '2022-11-08公布；11-20更正：复核' }),
    ]).toEqual([false, true])
  })
})

describe('a city month', () => {
  const county = (code: string, value: number | null) => ({
    ...countyMonth(code, MONTH, value === null ? [] : [point(value)]),
  })

  it('is the mean of the published figures, of those counties that have one', () => {
    expect(cityMonth(MONTH, [county('a', 6), county('b', null), county('c', 7), county('d', 5.1)])).toEqual({
      month: MONTH,
      mean: 6,
      exact: `6.0${'3'.repeat(29)}`,
      max: 7,
      min: 5.1,
      counties: [
        { county: 'a', value: 6 },
        { county: 'c', value: 7 },
        { county: 'd', value: 5.1 },
      ],
    })
  })

  it('has no figures where no county has one', () => {
    expect(cityMonth(MONTH, [county('a', null)])).toEqual({
      month: MONTH,
      mean: null,
      exact: null,
      max: null,
      min: null,
      counties: [],
    })
  })
})

describe('the series of a city', () => {
  const input: DustfallInput = {
    ranked: ['a', 'b'],
    points: [
      { code: 'a1', county: 'a' },
      { code: 'a2', county: 'a' },
      { code: 'b1', county: 'b' },
      { code: 'c1', county: 'c' },
    ],
    records: [record('b1', 5, '2022-09'), record('a1', 6), record('a2', 8), record('b1', 5)],
    published: [],
    belowDetectionShare: 0.5,
  }

  it('puts every point to its county, and says so where one has no record in a month in which others have', () => {
    const { months } = dustfallSeries(input)
    expect(months.get('a')!.get(MONTH)).toMatchObject({ value: 7, points: [{ point: 'a1' }, { point: 'a2' }] })
    expect(months.get('a')!.get('2022-09')).toMatchObject({
      value: null,
      points: [
        { point: 'a1', month: '2022-09', counted: false, cause: 'missing', reason: '' },
        { point: 'a2', month: '2022-09', counted: false, cause: 'missing', reason: '' },
      ],
    })
    expect([...months.get('b')!.values()].map(({ value }) => value)).toEqual([5, 5])
    expect(months.get('a')!.get('2022-08')).toBeUndefined()
  })

  it('counts below the detection limit by the share that the package states', () => {
    const { months } = dustfallSeries({ ...input, records: [record('b1', 0.1)], belowDetectionShare: 1 })
    expect(months.get('b')!.get(MONTH)!.value).toBe(0.3)
  })

  it('has the months of the ranked counties in their order, those that are only published too', () => {
    const of = (more: Partial<DustfallInput>) => monthsOf(dustfallSeries({ ...input, ...more }))
    expect(of({})).toEqual(['2022-09', MONTH])
    expect(of({ published: [{ ...FIGURE, month: '2021-10' }] })).toEqual(['2021-10', '2022-09', MONTH])
    expect(of({ published: [{ ...FIGURE, county: 'c', month: '2021-10' }] })).toEqual(['2022-09', MONTH])
    expect(of({ ranked: ['nowhere'] })).toEqual([])
  })

  it('keeps the points of a month that was published', () => {
    const figure = dustfallSeries({ ...input, published: [FIGURE] })
      .months.get('a')!
      .get(MONTH)!
    expect(figure).toMatchObject({ value: 6.4, now: { value: 7 }, exact: '7', origin: 'published' })
    expect(figure.points).toHaveLength(2)
  })
})
