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
  /** Readings that are not there between the first and the last. */
  readonly missing: number
  /** Minutes of the longest time without a reading; 0 where none is missing. */
  readonly longestGap: number
  /** How often some are missing in a row, and the longest of these, in their order. */
  readonly gapCount: number
  readonly gaps: readonly MissingReadings[]
}

/** Facts of each device that has readings, which must be in order. */
export function deviceFacts({ devices, device, minute }: Readings): DeviceFacts[] {
  const intervals = intervalsOf({ devices, device, minute })
  const found: DeviceFacts[] = []
  for (let row = 0; row < device.length; ) {
    const of = device[row]!
    const interval = intervals[of]!
    const first = row
    let [missing, longestGap] = [0, 0]
    const all: MissingReadings[] = []
    for (row++; row < device.length && device[row] === of; row++) {
      const gap = minute[row]! - minute[row - 1]!
      if (interval === null || gap <= interval) continue
      const count = Math.round(gap / interval) - 1
      if (count < 1) continue
      missing += count
      // From the first that is missing on until the next that is there: 04:00 and 05:00 between 03:00 and 06:00 are two hours.
      longestGap = Math.max(longestGap, gap - interval)
      all.push({ from: minute[row - 1]! + interval, until: minute[row]! - interval, missing: count })
    }
    const [from, until] = [minute[first]!, minute[row - 1]!]
    const gaps = [...all].sort((a, b) => b.missing - a.missing).slice(0, LISTED_GAPS)
    found.push({
      ...{ code: devices[of]!, rows: row - first, from, until, interval, missing, longestGap },
      ...{ gapCount: all.length, gaps: gaps.sort((a, b) => a.from - b.from) },
    })
  }
  return found
}
