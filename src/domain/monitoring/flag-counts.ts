import { counts, FLAGS, type Flag } from './parameter'
import type { Readings } from './readings'

/** How many readings carry a flag that takes them out of the means, on any of their values, and of how many devices they are. */
export interface FlagCount {
  readonly flag: Flag
  readonly rows: number
  readonly devices: number
}

const OUT = FLAGS.flatMap((flag, place) => (counts(flag) ? [] : [place]))

/** The flags of readings that do not count in means, in the order of `FLAGS`; those that no reading carries are left out. A reading whose values carry two of them counts for both. */
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
