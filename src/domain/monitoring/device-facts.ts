import { intervalBetween, intervalsOf } from './interval'
import type { Minute, Readings } from './readings'
import { intervalsOfReadings } from './value-intervals'

/** Consecutive missing readings. */
export interface MissingReadings {
  /** The times of the first and last missing reading, by the device's interval. */
  readonly from: Minute
  readonly until: Minute
  readonly missing: number
}

/** How many gaps are listed per device, the longest ones. */
const LISTED_GAPS = 20

/** A summary of one device's readings, for review by the user. */
export interface DeviceFacts {
  readonly code: string
  readonly rows: number
  readonly from: Minute
  /** The time of the last reading. */
  readonly until: Minute
  /** Its usual interval in minutes; null if the readings do not show it. Gaps go by the interval around them. */
  readonly interval: number | null
  /** The number of missing readings in the period; null if no interval shows how many there should be. */
  readonly missing: number | null
  /** The longest period without a reading, in minutes; 0 if none is missing. */
  readonly longestGap: number
  /** The number of gaps; `gaps` lists the longest of them, in order of time. */
  readonly gapCount: number
  readonly gaps: readonly MissingReadings[]
}

/** A period, both ends included. */
export type Span = readonly [from: Minute, until: Minute]

/**
 * Summarises each device that has readings. Readings must be in order. `spanOf`: the period in which a device should
 * have reported, in which its gaps are counted; without it, they are counted between its first and last reading.
 */
export function deviceFacts(readings: Readings, spanOf: ReadonlyMap<string, Span> = new Map()): DeviceFacts[] {
  const { devices, device, minute } = readings
  const intervals = intervalsOf(readings)
  const ofRows = intervalsOfReadings(readings, 'begin')
  const found: DeviceFacts[] = []
  for (let row = 0; row < device.length; ) {
    const of = device[row]!
    const interval = intervals[of]!
    const first = row
    let [missing, longestGap] = [0, 0]
    const all: MissingReadings[] = []
    /**
     * Notes the readings missing between two. Between 03:00 and 06:00 these are 04:00 and 05:00, a gap of two hours.
     */
    const note = (before: Minute, after: Minute, interval: number) => {
      if (interval === 0 || after - before <= interval) return
      const count = Math.round((after - before) / interval) - 1
      if (count < 1) return
      missing += count
      longestGap = Math.max(longestGap, after - before - interval)
      all.push({ from: before + interval, until: after - interval, missing: count })
    }
    while (row < device.length && device[row] === of) row++
    const [from, until] = [minute[first]!, minute[row - 1]!]
    const [begin, end] = spanOf.get(devices[of]!) ?? [from, until]
    // Rows outside of that period, such as corrections of an earlier day, neither have gaps nor end one.
    let [start, stop] = [first, row]
    while (start < stop && minute[start]! < begin) start++
    while (stop > start && minute[stop - 1]! > end) stop--
    if (start === stop) {
      const step = ofRows[first]!
      if (step > 0 && end >= begin) note(begin - step, begin + (countOf(end - begin, step) + 1) * step, step)
    } else {
      const [earliest, atFirst] = [minute[start]!, ofRows[start]!]
      if (atFirst > 0) note(earliest - countOf(earliest - begin, atFirst) * atFirst - atFirst, earliest, atFirst)
      for (let at = start + 1; at < stop; at++) note(minute[at - 1]!, minute[at]!, intervalBetween(ofRows, at))
      const [last, atLast] = [minute[stop - 1]!, ofRows[stop - 1]!]
      if (atLast > 0) note(last, last + countOf(end - last, atLast) * atLast + atLast, atLast)
    }
    const gaps = [...all].sort((a, b) => b.missing - a.missing).slice(0, LISTED_GAPS)
    found.push({
      ...{ code: devices[of]!, rows: row - first, from, until, interval, longestGap },
      missing: interval === null ? null : missing,
      ...{ gapCount: all.length, gaps: gaps.sort((a, b) => a.from - b.from) },
    })
  }
  return found
}

/** How many intervals fit into a period; 0 if it is negative. */
const countOf = (time: number, interval: number): number => Math.max(0, Math.floor(time / interval))
