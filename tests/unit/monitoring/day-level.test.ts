import { expect, it } from 'vitest'
import type { Limit } from '@/domain/monitoring/settings'
import { levelBy, levelOf, stepTo } from '@/features/monitoring/days/day-level'
import { dayHeadings, dayRow } from '@/features/monitoring/days/days-table'

const limit: Limit = {
  ...{ parameter: 'pm10', averaging: 1440, value: 150, unit: 'µg/m³', source: { zh: '', en: '' }, confirmed: false },
}
const BY_DAY = { dayLimits: [{ limit, value: 150 }], hourLimits: [{ limit, value: 500 }] }
const BY_HOUR = { dayLimits: [], hourLimits: [{ limit, value: 500 }] }
const NONE = { dayLimits: [], hourLimits: [] }
const day = { day: 19296, mean: 150, hours: 20, counts: true, above: true, over: 2, doubted: { wrong: 1, open: 4 } }
const t = ((key: string) => key) as never

it('colours a day by its mean with a daily limit, otherwise by its exceedances of an hourly one', () => {
  expect([BY_DAY, BY_HOUR, NONE].map(levelBy)).toEqual(['mean', 'over', null])
  expect([75, 75.1, 120, 120.1, 150, 150.1].map((mean) => levelOf({ ...day, mean }, BY_DAY))).toEqual([
    0, 1, 1, 2, 2, 3,
  ])
  expect([0, 1, 2, 3, 5, 6].map((over) => levelOf({ ...day, over }, BY_HOUR))).toEqual([0, 1, 1, 2, 2, 3])
  expect(levelOf(day, NONE)).toBeNull()
})

it('steps over days without data to the next one with data, and stays if there is none', () => {
  const days = new Set([1, 2, 9, 16])
  const within = [1, 16] as const
  expect(stepTo(days, 2, 1, within)).toBe(9)
  expect(stepTo(days, 9, 7, within)).toBe(16)
  expect(stepTo(days, 16, 7, within)).toBe(16)
  expect(stepTo(days, 1, -1, within)).toBe(1)
})

it('has a row for each day, and judges no day that does not count or has no limit', () => {
  const rows = [BY_DAY, BY_HOUR, NONE].map((of) => {
    const row = dayRow(t, day, of, 'pm10')
    expect(row).toHaveLength(dayHeadings(t, of, 'pm10').length)
    return row.slice(3)
  })
  expect(rows).toEqual([
    ['monitoring.calendar.yes', 'monitoring.calendar.above', 2, 1, 4],
    ['monitoring.calendar.yes', 2, 1, 4],
    ['monitoring.calendar.yes', 1, 4],
  ])
  expect(dayRow(t, { ...day, counts: false }, BY_DAY, 'pm10').slice(3, 5)).toEqual(['monitoring.calendar.no', null])
})
