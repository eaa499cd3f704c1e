import { intervalsByDay } from './interval'
import type { Readings } from './readings'

const HOUR = 60

/** The only known interval of some; null if there are several, or none. */
export function onlyInterval(intervals: readonly (number | null)[]): number | null {
  const known = new Set(intervals.flatMap((interval) => interval ?? []))
  const [only = null] = known
  return known.size === 1 ? only : null
}

/**
 * Rows at full hours of devices with so few readings that neither they nor the other devices show an interval: each may
 * stand for its hour, or for some minutes. Readings must be in order; `stamp` as in {@link intervalsByDay}.
 */
export function soleHours(readings: Readings, stamp: 'begin' | 'end'): readonly number[] {
  const parts = intervalsByDay(readings, stamp)
  if (onlyInterval(parts.map(({ interval }) => interval)) !== null) return []
  return parts.flatMap(({ start, end, interval }) => {
    if (interval !== null) return []
    const rows = Array.from({ length: end - start }, (_, at) => start + at)
    return rows.every((row) => readings.minute[row]! % HOUR === 0) ? rows : []
  })
}
