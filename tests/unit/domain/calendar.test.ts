import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  addMonthsToDay,
  asOfDay,
  asOfForNewest,
  asOfWith,
  dayNumber,
  dayOfInstant,
  formatDay,
  isDay,
  isMonth,
  localMinute,
  parseDay,
  spanStart,
  yearToDate,
} from '@/domain/calendar'
import { originFault, plainOrigin } from '@/domain/origin'
import { reasonOf } from '@/domain/problem'

describe('a calendar day', () => {
  it('converts to the number of days since 1970 and back', () => {
    expect(parseDay('1970-01-01')).toBe(0)
    expect(parseDay('2022-10-31')).toBe(19_296)
    expect(dayNumber(1969, 12, 31)).toBe(-1)
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 2_000_000 }), (day) => {
        expect(parseDay(formatDay(day))).toBe(day)
      }),
    )
  })

  it.each([
    '2022-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '2022-1-1',
    '22-01-01',
    ' 2022-01-01',
    '2022-01-01x',
    '',
  ])('is invalid: %j', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => parseDay(text)).toThrow(new RangeError(`not a calendar day: ${text}`))
  })

  it('exists on 29 February of a leap year', () => {
    expect(isDay('2024-02-29')).toBe(true)
    expect(dayNumber(2022, 2, 29)).toBeNull()
    expect(dayNumber(50, 1, 1)).toBeNull()
  })

  it('and the minute of an instant are in Shanghai time', () => {
    expect(localMinute('2022-10-31T00:15:59.999Z')).toBe('2022-10-31 08:15')
    expect(localMinute('2022-10-31T16:00:00Z')).toBe('2022-11-01 00:00')
    expect(dayOfInstant('2022-10-31T15:59:59Z')).toBe('2022-10-31')
    expect(dayOfInstant('2022-10-31T16:00:00Z')).toBe('2022-11-01')
  })

  it('some months later is the last of the month if that day does not exist', () => {
    const later = (day: string, months: number) => formatDay(addMonthsToDay(parseDay(day), months))
    expect(later('2022-01-31', 1)).toBe('2022-02-28')
    expect(later('2024-01-31', 1)).toBe('2024-02-29')
    expect(later('2022-11-30', 3)).toBe('2023-02-28')
    expect(later('2022-10-15', 3)).toBe('2023-01-15')
    expect(later('2022-03-31', -1)).toBe('2022-02-28')
    expect(later('2022-03-31', 0)).toBe('2022-03-31')
  })

  it('belongs to a month that begins on its first day', () => {
    const start = (day: string) => formatDay(spanStart(parseDay(day), 1))
    expect(['2022-01-01', '2022-02-28', '2022-12-31'].map(start)).toEqual(['2022-01-01', '2022-02-01', '2022-12-01'])
  })

  it('belongs to a quarter that begins in January, April, July or October', () => {
    const start = (day: string) => formatDay(spanStart(parseDay(day), 3))
    expect(['2022-01-01', '2022-03-31', '2022-04-01', '2022-08-15', '2022-12-31'].map(start)).toEqual([
      '2022-01-01',
      '2022-01-01',
      '2022-04-01',
      '2022-07-01',
      '2022-10-01',
    ])
  })
})

describe('a calendar month', () => {
  it('is written with two digits', () => {
    expect(['2022-01', '2022-10', '2022-12'].every(isMonth)).toBe(true)
    expect(['2022-00', '2022-13', '2022-1', '22-01', '2022-01-01', 'x2022-01', '2022/01'].some(isMonth)).toBe(false)
  })

  it('can be moved by some months in either direction', () => {
    expect(addMonths('2022-12', 1)).toBe('2023-01')
    expect(addMonths('2022-01', -1)).toBe('2021-12')
    expect(addMonths('2022-10', -12)).toBe('2021-10')
    expect(addMonths('2022-10', 0)).toBe('2022-10')
  })

  it('has the months of its year up to it', () => {
    expect(yearToDate('2022-03')).toEqual(['2022-01', '2022-02', '2022-03'])
    expect(yearToDate('2022-01')).toEqual(['2022-01'])
    expect(yearToDate('2022-12')).toHaveLength(12)
  })
})

describe('the as-of day', () => {
  it('is today if a package is set to that, otherwise the package’s own day', () => {
    expect(asOfDay('today', '2026-05-06')).toBe('2026-05-06')
    expect(asOfDay('2022-10-31', '2026-05-06')).toBe('2022-10-31')
  })

  it('of data is the end of its newest month, but never after today', () => {
    expect(asOfForNewest('2024-02', '2026-05-06')).toBe('2024-02-29')
    expect(asOfForNewest('2022-12', '2026-05-06')).toBe('2022-12-31')
    expect(asOfForNewest('2026-05', '2026-05-06')).toBe('2026-05-06')
  })

  it('follows newer data, and never moves back', () => {
    expect(asOfWith('2022-10-31', '2026-03', '2026-05-06')).toBe('2026-03-31')
    expect(asOfWith('2022-10-31', '2021-10', '2026-05-06')).toBe('2022-10-31')
    expect(asOfWith('today', '2026-03', '2026-05-06')).toBe('today')
  })
})

describe('the origin of an address', () => {
  const FAULTS = [
    ['https://a.cn/tiles', 'https://a.cn', null],
    ['http://10.0.0.1:8080/x?y', 'http://10.0.0.1:8080', null],
    ['http://gis-2.a.cn', 'http://gis-2.a.cn', null],
    ['https://*/x', null, 'host'],
    ['https://gis_server/x', null, 'host'],
    ['http://[::1]/x', null, 'host'],
    ['ftp://a.cn/x', null, 'url'],
    ['javascript:alert(1)', null, 'url'],
    ['a.cn/x', null, 'url'],
    ['', null, 'url'],
  ] as const

  it.each(FAULTS)('of %j is %j, or can’t be part of a policy', (address, origin, fault) => {
    expect(plainOrigin(address)).toBe(origin)
    expect(originFault(address, undefined)).toBe(fault)
  })

  it('is not needed if it is the page’s own', () => {
    expect(originFault('http://gis_server/x', 'http://gis_server')).toBeNull()
    expect(originFault('http://gis_server/x', 'http://gis_server:81')).toBe('host')
  })
})

describe('the text of an error', () => {
  it('is its message, otherwise its name, otherwise the thrown value', () => {
    expect(reasonOf(new Error('full'))).toBe('full')
    expect(reasonOf(new RangeError(''))).toBe('RangeError')
    expect(reasonOf('nothing')).toBe('nothing')
    expect(reasonOf(undefined)).toBe('undefined')
  })
})
