import { expect, it } from 'vitest'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'

it('finds the row of a device and time again, however many rows are between', () => {
  const into = new GrowingReadings()
  const row = into.rowFor('A', 15)
  for (let minute = 16; minute < 10_000; minute++) into.rowFor('B', minute)
  expect(into.rowFor('A', 15)).toBe(row)
  expect(into.rowFor('B', 15)).not.toBe(row)
})
