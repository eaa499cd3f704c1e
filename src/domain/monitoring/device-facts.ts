import { intervalsOf } from './interval'
import type { Minute, Readings } from './readings'

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
    for (row++; row < device.length && device[row] === of; row++) {
      const gap = minute[row]! - minute[row - 1]!
      if (interval === null || gap <= interval) continue
      missing += Math.round(gap / interval) - 1
      longestGap = Math.max(longestGap, gap - interval)
    }
    const [from, until] = [minute[first]!, minute[row - 1]!]
    found.push({ code: devices[of]!, rows: row - first, from, until, interval, missing, longestGap })
  }
  return found
}
