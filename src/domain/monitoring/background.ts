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

/** A quantile of what devices measured at the same time, in the unit of the parameter. */
export interface Level {
  /** NaN where fewer devices have the time than the rule asks for. */
  readonly value: number
  /** Of so many devices. */
  readonly devices: number
}

/**
 * What lies over a county at a time beside one of its devices. `own` is what that device measured, which is left out: it would be
 * compared with itself. NaN where it has nothing, and where no device is compared.
 */
export type Background = (county: string, minute: Minute, own: number) => Level

/** What the devices of a group, as of a county, measured by hour: as much of it as {@link levelOfOthers} needs. */
export interface GroupLevels {
  /** How many devices have the hour. */
  readonly counts: Uint16Array
  /** For each hour three values in their order, from where the quantile lies when one device is left out. */
  readonly about: Float32Array
}

/** Left out one or none, a quantile lies between two of so many values. */
const ABOUT = 3

/** Where the values about a quantile begin among so many. */
const firstOf = (count: number, quantile: number) => Math.max(0, Math.floor((count - 2) * quantile))

/** What the devices of each group measured in each hour of a grid. A device of no group (null) counts in none. */
export function groupLevels(
  { devices, hours, values }: HourGrid,
  parameter: Parameter,
  groupOf: (device: string) => string | null,
  { quantile }: Pick<BackgroundOfDevices, 'quantile'>,
): ReadonlyMap<string, GroupLevels> {
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
  const levelsOf = (places: readonly number[]): GroupLevels => {
    const [counts, about] = [new Uint16Array(hours), new Float32Array(hours * ABOUT).fill(Number.NaN)]
    for (let hour = 0; hour < hours; hour++) {
      let count = 0
      for (const place of places) {
        const value = measured[place * hours + hour]!
        if (!Number.isNaN(value)) known[count++] = value
      }
      counts[hour] = count
      const first = firstOf(count, quantile)
      about.set(
        known
          .subarray(0, count)
          .sort()
          .subarray(first, first + ABOUT),
        hour * ABOUT,
      )
    }
    return { counts, about }
  }
  return new Map([...members].map(([group, places]) => [group, levelsOf(places)]))
}

/**
 * The quantile of what the devices of a group measured in an hour without one of them, which measured `own`; of all where `own` is
 * NaN. It lies at the number of devices times the share, linearly between two (type 7 of Hyndman and Fan).
 */
export function levelOfOthers(
  { counts, about }: GroupLevels,
  hour: number,
  own: number,
  { quantile, leastDevices }: BackgroundOfDevices,
): Level {
  const count = counts[hour] ?? 0
  const devices = count - (count === 0 || Number.isNaN(own) ? 0 : 1)
  if (devices === 0 || devices < leastDevices) return { value: Number.NaN, devices }
  const first = firstOf(count, quantile)
  // From where the own value stood on, the others have moved up by one.
  const at = (place: number) => {
    const value = about[hour * ABOUT + place - first]!
    return devices < count && own <= value ? about[hour * ABOUT + place - first + 1]! : value
  }
  const place = (devices - 1) * quantile
  const [low, high] = [at(Math.floor(place)), at(Math.ceil(place))]
  return { value: low + (high - low) * (place - Math.floor(place)), devices }
}
