import { intervalsOf } from './interval'
import type { Minute, Readings } from './readings'

/** Readings in a row that are not there. */
export interface MissingReadings {
  /** The first of them and the last, by the interval of the device. */
  readonly from: Minute
  readonly until: Minute
  readonly missing: number
}

/** So many gaps of a device are listed, the longest. */
const LISTED_GAPS = 20

/** What the readings of one device come to, for whoever looks them through. */
export interface DeviceFacts {
  readonly code: string
  readonly rows: number
  readonly from: Minute
  /** Of the last reading. */
  readonly until: Minute
  /** Minutes; null where it is not told. */
  readonly interval: number | null
  /** Readings that are not there, of the time that is asked about; null where no interval says how many there should be. */
  readonly missing: number | null
  /** Minutes of the longest time without a reading; 0 where none is missing. */
  readonly longestGap: number
  /** How often some are missing in a row, and the longest of these, in their order. */
  readonly gapCount: number
  readonly gaps: readonly MissingReadings[]
}

/** A time, with both ends. */
export type Span = readonly [from: Minute, until: Minute]

/**
 * Facts of each device that has readings, which must be in order. `spanOf`: the time in which a device should have reported; without it
 * what is missing is told between its first reading and its last.
 */
export function deviceFacts(
  { devices, device, minute }: Readings,
  spanOf: ReadonlyMap<string, Span> = new Map(),
): DeviceFacts[] {
  const intervals = intervalsOf({ devices, device, minute })
  const found: DeviceFacts[] = []
  for (let row = 0; row < device.length; ) {
    const of = device[row]!
    const interval = intervals[of]!
    const first = row
    let [missing, longestGap] = [0, 0]
    const all: MissingReadings[] = []
    /** Times that are missing between two: 04:00 and 05:00 between 03:00 and 06:00 are two hours, until the next that is there. */
    const note = (before: Minute, after: Minute) => {
      if (interval === null || after - before <= interval) return
      const count = Math.round((after - before) / interval) - 1
      if (count < 1) return
      missing += count
      longestGap = Math.max(longestGap, after - before - interval)
      all.push({ from: before + interval, until: after - interval, missing: count })
    }
    const [begin, end] = spanOf.get(devices[of]!) ?? [minute[row]!, Number.NEGATIVE_INFINITY]
    if (interval !== null)
      note(minute[row]! - countOf(minute[row]! - begin, interval) * interval - interval, minute[row]!)
    for (row++; row < device.length && device[row] === of; row++) note(minute[row - 1]!, minute[row]!)
    const last = minute[row - 1]!
    if (interval !== null) note(last, last + countOf(end - last, interval) * interval + interval)
    const [from, until] = [minute[first]!, last]
    const gaps = [...all].sort((a, b) => b.missing - a.missing).slice(0, LISTED_GAPS)
    found.push({
      ...{ code: devices[of]!, rows: row - first, from, until, interval, longestGap },
      missing: interval === null ? null : missing,
      ...{ gapCount: all.length, gaps: gaps.sort((a, b) => a.from - b.from) },
    })
  }
  return found
}

/** How many intervals lie in a time; 0 in none. */
const countOf = (time: number, interval: number): number => Math.max(0, Math.floor(time / interval))
