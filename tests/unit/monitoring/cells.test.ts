import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compassDegrees } from '@/domain/geodesy/compass'
import { minuteOf } from '@/domain/monitoring/minute-of'

const shanghai = (text: string) => Date.parse(`${text}+08:00`) / 60_000

describe('the minute in a cell', () => {
  it.each([
    ['2022-10-01 08:15', '2022-10-01T08:15'],
    ['2022-10-01 08:15:59', '2022-10-01T08:15'],
    ['2022/10/1 8:05', '2022-10-01T08:05'],
    ['2022.10.1 8:05:00.123', '2022-10-01T08:05'],
    ['2022年10月1日 8时', '2022-10-01T08:00'],
    ['2022年10月1日8时5分', '2022-10-01T08:05'],
    ['2022年10月1日8点', '2022-10-01T08:00'],
    ['２０２２－１０－０１　０８：１５', '2022-10-01T08:15'],
    ['2022-10-01', '2022-10-01T00:00'],
    ['2022-10-01 24:00', '2022-10-02T00:00'],
    ['20221001081500', '2022-10-01T08:15'],
    ['20221001081500123', '2022-10-01T08:15'],
    ['2022100108', '2022-10-01T08:00'],
    ['2022-10-01T08:15:00+08:00', '2022-10-01T08:15'],
    ['2022-10-01T00:15:00Z', '2022-10-01T08:15'],
    ['44835.34375', '2022-10-01T08:15'],
  ])('%s is %s', (cell, expected) => {
    expect(minuteOf(cell)).toBe(shanghai(expected))
  })

  it.each([
    '',
    '—',
    '2022-02-30 08:00',
    '2022-10-01 25:00',
    '2022-10-01 24:15',
    '2022-10-01 08:60',
    '10-01 08:15',
    '187.5',
    '08:15',
  ])('is null for %j', (cell) => {
    expect(minuteOf(cell)).toBeNull()
  })

  it('is read correctly in every notation of sheets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16_500_000, max: 34_000_000 }), (minute) => {
        // Days since 1899-12-30 in Shanghai time.
        const serial = (minute + 480) / 1440 + 25_569
        expect(minuteOf(serial.toFixed(10))).toBe(minute)
      }),
    )
  })
})

describe('the direction in a cell', () => {
  it.each([
    ['北', 0],
    ['东北风', 45],
    ['东北偏北', 22.5],
    ['北北东', 22.5],
    ['西北偏西风', 292.5],
    ['ssw', 202.5],
    ['静风', null],
    ['120', null],
  ])('%s is %s', (cell, degrees) => {
    expect(compassDegrees(cell)).toBe(degrees)
  })
})
