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
  it('stand earlier first, whichever was chosen, and differ by the exact difference of what is published', () => {
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

  it('are sorted by any column, what has no figure always last, equals as they were', () => {
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
})
