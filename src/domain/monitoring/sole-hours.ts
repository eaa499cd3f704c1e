import { dayOfReading, intervalOfRows, type Stamp } from './interval'
import type { Readings } from './readings'

const HOUR = 60

/** The only known interval of all rows; 0 if there are several, or none. */
export function onlyInterval(intervals: Uint8Array): number {
  let only = 0
  for (const interval of intervals) {
    if (interval === 0 || interval === only) continue
    if (only > 0) return 0
    only = interval
  }
  return only
}

/**
 * Rows at full hours of devices with so few readings that neither they nor the other devices show an interval: each may
 * stand for its hour, or for some minutes. Readings must be in order; `stamp` as in {@link intervalOfRows}.
 */
export function soleHours(readings: Readings, stamp: Stamp): readonly number[] {
  const { devices, device, minute } = readings
  const intervals = intervalOfRows(readings, stamp)
  const hourly = new Set(readings.hourly)
  if (onlyInterval(intervals) !== 0) return []
  const found: number[] = []
  for (let start = 0, end = 0; start < minute.length; start = end) {
    const day = dayOfReading(minute[start]!, stamp)
    while (end < minute.length && device[end] === device[start] && dayOfReading(minute[end]!, stamp) === day) end++
    if (hourly.has(devices[device[start]!]!)) continue
    const rows = Array.from({ length: end - start }, (_, at) => start + at)
    if (rows.every((row) => intervals[row] === 0 && minute[row]! % HOUR === 0)) found.push(...rows)
  }
  return found
}
