import { expect, it } from 'vitest'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'

it('prefers a mean to an instantaneous value at the same time, per parameter, however many rows are between', () => {
  const into = new GrowingReadings()
  const row = into.rowFor('A', 15)
  expect(into.setMeanOrMoment(row, 'tsp', 9, false)).toBe(true)
  expect(into.setMeanOrMoment(row, 'tsp', 5, true)).toBe(true)
  for (let minute = 16; minute < 10_000; minute++) into.rowFor('B', minute)
  expect(into.rowFor('A', 15)).toBe(row)
  expect(into.rowFor('B', 15)).not.toBe(row)
  expect(into.setMeanOrMoment(row, 'tsp', 8, false)).toBe(false)
  expect(into.setMeanOrMoment(row, 'pm10', 3, false)).toBe(true)
  // A later mean wins.
  expect(into.setMeanOrMoment(row, 'tsp', 6, true)).toBe(true)
  const { series } = into.readings()
  expect([series.tsp!.values[row], series.pm10!.values[row]]).toEqual([6, 3])
})
