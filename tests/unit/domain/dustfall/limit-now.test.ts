import { describe, expect, it } from 'vitest'
import { overLimitNow } from '@/domain/dustfall/limit-now'
import { monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries } from '@/domain/dustfall/series'

/** A month published with its own limit, or without a stored limit; today's limit is 7. */
function report(values: Readonly<Record<string, number | null>>, dustfallLimit?: number) {
  const published = Object.entries(values).map(([county, value]) => ({
    county,
    month: '2022-10',
    value,
    publication: '',
    dustfallLimit,
  }))
  const series = dustfallSeries({
    ranked: Object.keys(values),
    points: [],
    records: [],
    published,
    belowDetectionShare: 0,
  })
  return monthReport(series, '2022-10', 7)
}

describe('the counties over today’s limit', () => {
  it('are not listed separately if the month is judged by that limit anyway', () => {
    expect(overLimitNow(report({ a: 9 }))).toBeNull()
    expect(overLimitNow(report({ a: 9 }, 7))).toBeNull()
  })

  it('are those above it if the month was published with another limit; a value equal to the limit is within', () => {
    expect(overLimitNow(report({ a: 7.1, b: 7, c: null, d: 9 }, 8))).toEqual(['a', 'd'])
    expect(overLimitNow(report({ a: 6.5, b: null }, 6))).toEqual([])
  })
})
