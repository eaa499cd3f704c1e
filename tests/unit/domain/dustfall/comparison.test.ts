import { describe, expect, it } from 'vitest'
import { compareMonths, sortCompared } from '@/domain/dustfall/comparison'
import type { MonthReport } from '@/domain/dustfall/month-report'

const report = (month: string, mean: number | null, values: Readonly<Record<string, number | null>>) =>
  ({
    month,
    city: { mean },
    rows: Object.entries(values).map(([county, value]) => ({ county, figure: { county, value } })),
  }) as unknown as MonthReport

const april = report('2022-04', 7.6, { b: 7.1, a: 11.5, d: null, c: 3 })
const october = report('2022-10', 5.5, { a: 9, b: 7.2, c: 3, e: 1 })

describe('two months side by side', () => {
  it('put the earlier one first, whichever was chosen, and give the exact difference of the published figures', () => {
    const one = compareMonths(october, april)
    expect(compareMonths(april, october)).toEqual(one)
    expect([one.earlier.month, one.later.month, one.difference]).toEqual(['2022-04', '2022-10', -2.1])
    expect(one.rows.map(({ county, difference }) => [county, difference])).toEqual([
      ['a', -2.5],
      ['b', 0.1],
      ['c', 0],
      ['e', null],
      ['d', null],
    ])
  })

  it('are sorted by any column, with missing figures last and ties in their previous order', () => {
    const { rows } = compareMonths(april, october)
    const order = (...of: [Parameters<typeof sortCompared>[1], boolean]) =>
      sortCompared(rows, ...of, ['e', 'd', 'c', 'b', 'a'])
        .map(({ county }) => county)
        .join('')
    expect(order('difference', true)).toBe('bcaed')
    expect(order('difference', false)).toBe('acbed')
    expect(order('earlier', true)).toBe('abced')
    expect(order('later', false)).toBe('ecbad')
    expect(order('county', false)).toBe('edcba')
  })

  it('put missing figures last, wherever they were before', () => {
    const { rows } = compareMonths(
      report('2022-04', 6, { a: 7, b: null, c: 3, d: 5, e: null }),
      report('2022-10', null, { b: 4, e: null, c: 6, a: null, d: 9 }),
    )
    const order = (...of: [Parameters<typeof sortCompared>[1], boolean]) =>
      sortCompared(rows, ...of, ['a', 'b', 'c', 'd', 'e'])
        .map(({ county }) => county)
        .join('')
    expect(rows.map(({ county, difference }) => [county, difference])).toEqual([
      ['b', null],
      ['e', null],
      ['c', 3],
      ['a', null],
      ['d', 4],
    ])
    expect([order('later', false), order('later', true)]).toEqual(['bcdea', 'dcbea'])
    expect([order('earlier', false), order('earlier', true)]).toEqual(['cdabe', 'adcbe'])
    expect([order('difference', false), order('difference', true)]).toEqual(['cdbea', 'dcbea'])
    expect(order('county', true)).toBe('edcba')
  })

  it('have no difference of the city’s means if one of them is missing', () => {
    const without = report('2022-10', null, {})
    expect(compareMonths(april, without).difference).toBeNull()
    expect(compareMonths(report('2022-03', null, {}), april).difference).toBeNull()
  })
})
