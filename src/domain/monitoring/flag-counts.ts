import { counts, FLAGS, type Flag } from './parameter'
import type { Readings } from './readings'

/** How many readings carry, on any value, a flag that excludes them from the means; and how many devices have them. */
export interface FlagCount {
  readonly flag: Flag
  readonly rows: number
  readonly devices: number
}

const OUT = FLAGS.flatMap((flag, place) => (counts(flag) ? [] : [place]))

/**
 * Counts the flags that exclude readings from means, in the order of `FLAGS`; flags without readings are left out. A
 * reading with two of them counts for both.
 */
export function flagCounts(some: readonly Pick<Readings, 'devices' | 'device' | 'series'>[]): FlagCount[] {
  return OUT.flatMap((place) => {
    const devices = new Set<string>()
    let rows = 0
    for (const { devices: codes, device, series } of some) {
      const all = Object.values(series).map(({ flags }) => flags)
      for (let row = 0; row < device.length; row++) {
        if (!all.some((flags) => flags[row] === place)) continue
        rows++
        devices.add(codes[device[row]!]!)
      }
    }
    return rows === 0 ? [] : [{ flag: FLAGS[place]!, rows, devices: devices.size }]
  })
}
