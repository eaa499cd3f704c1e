import type { Codes } from '@/domain/table/column'
import type { HourGrid } from './hour-grid'
import type { Parameter } from './parameter'
import type { Minute } from './readings'
import type { BackgroundOfDevices } from './settings'

/** Means of times of one length, as of hours or days: `values` has NaN where too little is known. */
export interface Means {
  readonly devices: readonly string[]
  readonly device: Codes
  /** At which each time begins. */
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, { readonly values: Float32Array }>>>
}

/** What lies over a county at a time, in the unit of the parameter; NaN where nobody knows it. */
export type Background = (county: string, minute: Minute) => number

/**
 * For each hour of a grid the quantile of what the devices of a group, as of a county, measured in it; NaN where fewer of them
 * than the rule asks for have the hour. A device of no group (null) counts in none.
 */
export function groupLevels(
  { devices, hours, values }: HourGrid,
  parameter: Parameter,
  groupOf: (device: string) => string | null,
  { quantile, leastDevices }: BackgroundOfDevices,
): ReadonlyMap<string, Float32Array> {
  const measured = values[parameter] ?? new Float32Array(devices.length * hours).fill(Number.NaN)
  const members = new Map<string, number[]>()
  for (const [place, device] of devices.entries()) {
    const group = groupOf(device)
    if (group === null) continue
    const of = members.get(group)
    if (of) of.push(place)
    else members.set(group, [place])
  }
  const known = new Float32Array(devices.length)
  const levelOf = (places: readonly number[], hour: number) => {
    let count = 0
    for (const place of places) {
      const value = measured[place * hours + hour]!
      if (!Number.isNaN(value)) known[count++] = value
    }
    return count < leastDevices || count === 0 ? Number.NaN : quantileOf(known.subarray(0, count).sort(), quantile)
  }
  return new Map(
    [...members].map(([group, places]) => [
      group,
      Float32Array.from({ length: hours }, (_, hour) => levelOf(places, hour)),
    ]),
  )
}

/** The quantile of sorted values, by their number times the share and linearly between two (type 7 of Hyndman and Fan). */
export function quantileOf(sorted: Float32Array | Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}
