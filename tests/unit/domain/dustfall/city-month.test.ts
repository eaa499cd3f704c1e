import { describe, expect, it } from 'vitest'
import { cityYearMean } from '@/domain/dustfall/city-month'

const months = (of: Readonly<Record<string, number | null>>) =>
  Object.entries(of).map(([month, mean]) => ({ month, mean }))

describe('the city’s mean of the year so far', () => {
  it('is the mean of its published months, rounded once', () => {
    // (6 + 7 + 7.2) / 3 = 6.7333…
    expect(cityYearMean(months({ '2022-01': 6, '2022-02': 7, '2022-03': 7.2 }), '2022-03')).toBe(6.7)
    expect(cityYearMean(months({ '2022-01': 6 }), '2022-01')).toBe(6)
  })

  it('leaves out months of another year and later months', () => {
    const given = months({ '2021-01': 40, '2021-12': 50, '2022-01': 6, '2022-02': 7, '2022-03': 30, '2023-01': 60 })
    expect(cityYearMean(given, '2022-02')).toBe(6.5)
  })

  it('is null if one of the months is missing or has no mean', () => {
    expect(cityYearMean(months({ '2022-01': 6, '2022-03': 7 }), '2022-03')).toBeNull()
    expect(cityYearMean(months({ '2022-01': 6, '2022-02': null, '2022-03': 7 }), '2022-03')).toBeNull()
    expect(cityYearMean(months({ '2021-12': 6 }), '2022-01')).toBeNull()
    expect(cityYearMean([], '2022-01')).toBeNull()
  })

  it('counts a month whose mean is 0', () => {
    expect(cityYearMean(months({ '2022-01': 0, '2022-02': 5 }), '2022-02')).toBe(2.5)
  })
})
