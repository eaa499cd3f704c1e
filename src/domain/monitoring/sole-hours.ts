import { dayOfReading, type Stamp } from './interval'
import type { Readings } from './readings'
import { intervalsOfReadings, onlyInterval } from './value-intervals'

const HOUR = 60

/**
 * Rows at full hours of devices with so few readings that neither they nor the other devices show an interval: each may
 * stand for its hour, or for some minutes. Readings must be in order; `stamp` as in {@link intervalsOfReadings}.
 */
export function soleHours(readings: Readings, stamp: Stamp): readonly number[] {
  const { device, minute } = readings
  const intervals = intervalsOfReadings(readings, stamp)
  if (onlyInterval(intervals) !== 0) return []
  const found: number[] = []
  for (let start = 0, end = 0; start < minute.length; start = end) {
    const day = dayOfReading(minute[start]!, stamp)
    while (end < minute.length && device[end] === device[start] && dayOfReading(minute[end]!, stamp) === day) end++
    const rows = Array.from({ length: end - start }, (_, at) => start + at)
    if (rows.every((row) => intervals[row] === 0 && minute[row]! % HOUR === 0)) found.push(...rows)
  }
  return found
}
