import { describe, expect, it } from 'vitest'
import type { Month } from '@/domain/calendar'
import { parseDay } from '@/domain/calendar'
import {
  type HaulDay,
  type HaulMonth,
  haulsOn,
  isEnough,
  mergeHaulMonths,
  preferRealMonths,
} from '@/domain/trucks/hauls'

const day = (text: string) => parseDay(text)!
const month = (of: Month, dataClass: HaulMonth['dataClass'], counties: Record<string, HaulDay[]>): HaulMonth => ({
  month: of,
  dataClass,
  counties: new Map(Object.entries(counties)),
})
const days = (trips: number): HaulDay[] => [{ day: day('2022-10-03'), trips, byDay: 1 }]
const shape = (months: readonly HaulMonth[]) =>
  months.map((each) => [
    each.month,
    each.dataClass,
    [...each.counties].map(([county, [first]]) => `${county} ${first!.trips}`).join(),
  ])

describe('the share by day of a county’s hauls', () => {
  const october = month('2022-10', 'real', {
    A: [
      { day: day('2022-10-03'), trips: 4, byDay: 3, trucks: 2 },
      { day: day('2022-10-05'), trips: 6, byDay: 1, trucks: 5 },
      { day: day('2022-10-06'), trips: 0, byDay: 0, trucks: 5 },
      { day: day('2022-10-09'), trips: 1, byDay: 1 },
    ],
  })

  it('is that of the month up to the day, which counts', () => {
    expect(haulsOn([october], 'A', day('2022-10-05'))).toEqual({
      trips: 10,
      byDay: 4,
      from: day('2022-10-03'),
      to: day('2022-10-05'),
      days: 2,
      trucks: 5,
      dataClass: 'real',
    })
    expect(haulsOn([october], 'A', day('2022-10-31'))).toMatchObject({ trips: 11, byDay: 5, days: 3, trucks: null })
  })

  it('is unknown before the first haul, in another month, and of another county', () => {
    expect(haulsOn([october], 'A', day('2022-10-02'))).toBeNull()
    expect(haulsOn([october], 'A', day('2022-11-05'))).toBeNull()
    expect(haulsOn([october], 'B', day('2022-10-05'))).toBeNull()
    expect(haulsOn([month('2022-10', 'real', { B: days(1) }), october], 'A', day('2022-10-03'))?.trips).toBe(4)
  })

  it('needs the least days and the least trips to decide', () => {
    const least = { leastDays: 5, leastTrips: 30 }
    expect(isEnough({ days: 5, trips: 30 }, least)).toBe(true)
    expect(isEnough({ days: 4, trips: 30 }, least)).toBe(false)
    expect(isEnough({ days: 5, trips: 29 }, least)).toBe(false)
  })
})

describe('a month in several tables of a package', () => {
  it('is taken from the most real one, county by county, and of equals from the later', () => {
    const derived = month('2022-10', 'derived', { A: days(1), B: days(2) })
    const earlier = month('2022-10', 'real', { A: days(3), C: days(4) })
    const later = month('2022-10', 'real', { A: days(5) })
    expect(shape(preferRealMonths([derived, earlier, later]))).toEqual([
      ['2022-10', 'real', 'A 5'],
      ['2022-10', 'real', 'C 4'],
      ['2022-10', 'derived', 'B 2'],
    ])
  })

  it('is never made up in part', () => {
    const madeUp = month('2022-10', 'illustrative', { A: days(1), B: days(2) })
    const real = month('2022-10', 'real', { A: days(3) })
    expect(shape(preferRealMonths([madeUp, real]))).toEqual([['2022-10', 'real', 'A 3']])
    expect(shape(preferRealMonths([madeUp]))).toEqual([['2022-10', 'illustrative', 'A 1,B 2']])
    const november = month('2022-11', 'real', { A: days(3) })
    expect(preferRealMonths([madeUp, november])).toHaveLength(2)
  })
})

describe('months of a package and of imported tracks', () => {
  const ofPackage = [month('2022-09', 'real', { A: days(1) }), month('2022-10', 'real', { A: days(2) })]

  it('of the same month, only the imported count', () => {
    const imported = [month('2022-10', 'real', { A: days(3) })]
    expect(shape(mergeHaulMonths(ofPackage, imported))).toEqual([
      ['2022-09', 'real', 'A 1'],
      ['2022-10', 'real', 'A 3'],
    ])
  })

  it('made-up ones replace only made-up ones', () => {
    const madeUp = [month('2022-10', 'illustrative', { A: days(3) })]
    expect(shape(mergeHaulMonths(ofPackage, madeUp))).toEqual(shape(ofPackage))
    const example = [month('2022-10', 'illustrative', { A: days(1) })]
    expect(shape(mergeHaulMonths(example, madeUp))).toEqual([['2022-10', 'illustrative', 'A 3']])
    expect(shape(mergeHaulMonths(example, ofPackage)).map((each) => each[1])).toEqual(['real', 'real'])
  })
})
