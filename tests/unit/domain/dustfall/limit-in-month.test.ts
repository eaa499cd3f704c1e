import { describe, expect, it } from 'vitest'
import { limitInMonth, withLimitFrom } from '@/domain/dustfall/limit-in-month'

const source = (zh: string) => ({ zh, en: zh })
const FIRST = { limit: 9, limitSource: source('甲') }

describe('the limit of a month', () => {
  it('is the current one if there was no earlier one', () => {
    expect(limitInMonth(FIRST, '1999-01')).toEqual({ value: 9, source: source('甲') })
  })

  it('is that of its year; an earlier limit holds up to the end of its last year', () => {
    const second = withLimitFrom(FIRST, '2022-01', { value: 7, source: source('乙') })
    const third = withLimitFrom(second, '2024-01', { value: 6, source: source('丙') })
    const months = ['2021-12', '2022-01', '2023-12', '2024-01', '2030-06']
    expect(months.map((month) => limitInMonth(third, month).value)).toEqual([9, 7, 7, 6, 6])
    expect(limitInMonth(third, '2022-05').source).toEqual(source('乙'))
    // The order in which they are stored does not matter.
    const turned = { ...third, earlierLimits: [...third.earlierLimits].reverse() }
    expect(months.map((month) => limitInMonth(turned, month).value)).toEqual([9, 7, 7, 6, 6])
  })

  it('is the last one set for a year, and earlier years keep theirs', () => {
    const second = withLimitFrom(FIRST, '2022-01', { value: 7, source: source('乙') })
    const again = withLimitFrom(second, '2022-01', { value: 6, source: source('丙') })
    expect(['2021-12', '2022-01', '2023-01'].map((month) => limitInMonth(again, month).value)).toEqual([9, 6, 6])
    expect(again.earlierLimits).toHaveLength(1)
  })

  it('can begin within a year: earlier months keep theirs; limits stored by an earlier version hold for whole years', () => {
    const second = withLimitFrom(FIRST, '2022-01', { value: 7, source: source('乙') })
    const third = withLimitFrom(second, '2023-04', { value: 6, source: source('丙') })
    expect(third.earlierLimits).toEqual([
      { until: 2021, value: 9, source: source('甲') },
      { until: 2023, month: 3, value: 7, source: source('乙') },
    ])
    const months = ['2021-12', '2022-12', '2023-03', '2023-04']
    expect(months.map((month) => limitInMonth(third, month).value)).toEqual([9, 7, 7, 6])
    const earlier = { ...third, earlierLimits: [{ until: 2022, value: 7, source: source('乙') }] }
    expect(months.map((month) => limitInMonth(earlier, month).value)).toEqual([7, 7, 6, 6])
  })
})
