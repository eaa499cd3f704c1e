import { describe, expect, it } from 'vitest'
import { cityMonth } from '@/domain/dustfall/city-month'
import {
  countyMonth,
  differsFromPublished,
  isCorrected,
  pointsDifferFromPublished,
  publishedCountyMonth,
  whyNoFigure,
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
  it('is the mean of the valid points, with the unrounded mean and all points', () => {
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

  it('keeps its mean to 30 decimal places, so that a third is not mistaken for a tie', () => {
    const thirds = countyMonth('a', MONTH, [point(7), point(7), point(7.15)])
    expect(thirds).toMatchObject({ value: 7, exact: '7.05' })
    expect(countyMonth('a', MONTH, [point(7), point(7), point(7.16)])).toMatchObject({
      value: 7.1,
      exact: `7.05${'3'.repeat(28)}`,
    })
  })

  it('without a valid point has no figure and no mean', () => {
    expect(countyMonth('a', MONTH, [point(null)])).toMatchObject({ value: null, exact: null })
  })

  it('keeps its published figure, with or without points', () => {
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

  it('keeps the points from the day of publication, and beside them today’s result', () => {
    const kept = [point(6.6)]
    const later = countyMonth('a', MONTH, [point(9.2)])
    const figure = publishedCountyMonth({ ...FIGURE, value: 6.6, points: kept }, later)
    expect(figure).toMatchObject({ value: 6.6, exact: '6.6', points: kept, now: { value: 9.2, exact: '9.2' } })
    expect([differsFromPublished(figure), pointsDifferFromPublished(figure)]).toEqual([true, true])
  })

  it('reports that points differ even if their mean is equal, and if a point was added or lost', () => {
    const of = (kept: (number | null)[], later: (number | null)[]) => {
      const named = (values: (number | null)[]) => values.map((value, i) => pointMonth(record(`p${i}`, value), 0.5))
      const figure = publishedCountyMonth(
        { ...FIGURE, value: 6.6, points: named(kept) },
        countyMonth('a', MONTH, named(later)),
      )
      return [differsFromPublished(figure), pointsDifferFromPublished(figure)]
    }
    expect(of([6.6], [6.6])).toEqual([false, false])
    expect(of([6, 7.2], [6.2, 7])).toEqual([false, true])
    expect(of([6.6], [6.6, null])).toEqual([false, true])
    expect(of([null], [6.6])).toEqual([false, true])
    expect(of([6.6], [])).toEqual([false, false])
    // One differing point is enough; two points that don't count are equal.
    expect(of([6, 7.2], [6, 7.4])).toEqual([true, true])
    expect(of([null, 6.6], [null, 6.6])).toEqual([false, false])
    // Today no point counts, so the figure is missing today.
    expect(of([6.6], [null])).toEqual([true, true])
  })

  it('does not differ from a mean that is shown as the same figure', () => {
    const of = (value: number, mean: number) =>
      differsFromPublished(publishedCountyMonth({ ...FIGURE, value }, countyMonth('a', MONTH, [point(mean)])))
    // Half of the detection limit is shown as 0.2, from a table and from a point.
    expect([of(4.05, 4.05), of(0.15, 0.15), of(4.05, 4.1)]).toEqual([false, false, true])
  })

  it('reports that points differ if their number is equal but a name changed', () => {
    const named = (name: string) => [pointMonth(record(name, 6.6), 0.5)]
    const figure = publishedCountyMonth(
      { ...FIGURE, value: 6.6, points: named('p') },
      countyMonth('a', MONTH, named('q')),
    )
    expect([differsFromPublished(figure), pointsDifferFromPublished(figure)]).toEqual([false, true])
  })

  it('differs if today’s figure is another one, also without points', () => {
    const figure = publishedCountyMonth(FIGURE, undefined)
    expect(differsFromPublished({ ...figure, now: { value: 6.6, exact: null, points: [] } })).toBe(true)
    expect(differsFromPublished({ ...figure, now: { value: 6.4, exact: null, points: [] } })).toBe(false)
  })

  it('keeps the earlier months and the limit from the day of publication, or neither if they were not stored', () => {
    const kept = publishedCountyMonth({ ...FIGURE, earlier: earlierOf(6, null), dustfallLimit: 8 }, undefined)
    expect(kept).toMatchObject({ earlier: earlierOf(6, null), dustfallLimit: 8 })
    const none = Object.keys(
      publishedCountyMonth({ ...FIGURE, earlier: undefined, dustfallLimit: undefined }, undefined),
    )
    expect(none).not.toContain('earlier')
    expect(none).not.toContain('dustfallLimit')
  })

  it('published without a figure has no points if none were stored, even if there are some today', () => {
    const today = countyMonth('a', MONTH, [point(5)])
    expect(publishedCountyMonth({ ...FIGURE, value: null }, today)).toMatchObject({
      value: null,
      exact: null,
      points: [],
      now: { value: 5 },
    })
  })

  it('keeps the weighing of a stored point only if it still gives that value', () => {
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

  it('published without a valid figure stays without one, whatever data arrives later', () => {
    const figure = publishedCountyMonth(
      { ...FIGURE, value: null, points: [point(null)] },
      countyMonth('a', MONTH, [point(5)]),
    )
    expect(figure).toMatchObject({ value: null, now: { value: 5 } })
    expect(differsFromPublished(figure)).toBe(true)
  })

  it('is corrected if the office’s note reports a correction', () => {
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

  it('is the mean of the published figures of the counties that have one', () => {
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

  it('has no figures if no county has one', () => {
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

  it('assigns every point to its county, and marks a point as missing in a month in which others have records', () => {
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

  it('says why a county has no figure, as its table or its points do, and changes no figure by that', () => {
    const unmeasured = ['a', 'b', 'c'].flatMap((county) =>
      ['2022-09', MONTH, '2021-01'].map((month) => ({ county, month, reason: '停测' })),
    )
    const plain = dustfallSeries(input)
    const { months } = dustfallSeries({ ...input, unmeasured })
    expect(whyNoFigure(months.get('a')!.get('2022-09')!)).toBe('停测')
    // Its points have no record, so the county's reason is theirs.
    expect(months.get('a')!.get('2022-09')!.points).toMatchObject([{ reason: '停测' }, { reason: '停测' }])
    expect(months.get('a')!.get(MONTH)).toEqual(plain.months.get('a')!.get(MONTH))
    expect(whyNoFigure(months.get('c')!.get(MONTH)!)).toBe('停测')
    expect(monthsOf(dustfallSeries({ ...input, unmeasured }))).toEqual(monthsOf(plain))
    const broken = { point: 'a1', month: MONTH, counted: false, cause: 'void', reason: '缸破损' } as const
    expect(whyNoFigure({ value: null, points: [broken, { ...broken, point: 'a2' }] })).toBe('缸破损')
    expect(whyNoFigure({ value: 5, points: [broken] })).toBe('')
  })

  it('counts values below the detection limit by the package’s share', () => {
    const { months } = dustfallSeries({ ...input, records: [record('b1', 0.1)], belowDetectionShare: 1 })
    expect(months.get('b')!.get(MONTH)!.value).toBe(0.3)
  })

  it('has the months of the ranked counties in order, including months that only have published figures', () => {
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
