import type { Codes } from '@/domain/table/column'
import type { HourGrid } from './hour-grid'
import type { Parameter } from './parameter'
import type { Minute } from './readings'
import type { BackgroundOfDevices } from './settings'

/** Means over periods of one length, such as hours or days. `values` is NaN where too little is known. */
export interface Means {
  readonly devices: readonly string[]
  readonly device: Codes
  /** The minute at which each period begins. */
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, { readonly values: Float32Array }>>>
}

/** A quantile of what several devices measured at the same time, in the unit of the parameter. */
export interface Level {
  /** NaN if fewer devices have a value than the rule requires. */
  readonly value: number
  /** The number of devices with a value. */
  readonly devices: number
}

/**
 * The background level of a county at a time, without the device that is compared with it. `own` is the value of that
 * device; it is left out so that the device is not compared with itself. NaN if it has no value, or if no device is
 * compared.
 */
export type Background = (county: string, minute: Minute, own: number) => Level

/** Hourly values of a group of devices, for example of a county: only what {@link levelOfOthers} needs. */
export interface GroupLevels {
  /** The number of devices with a value, per hour. */
  readonly counts: Uint16Array
  /** Three sorted values per hour, from the position of the quantile when one device is left out. */
  readonly about: Float32Array
}

/** With one device left out or none, the quantile lies between two of this many values. */
const ABOUT = 3

/** Index of the first of these values in the `count` sorted values of an hour. */
const firstOf = (count: number, quantile: number) => Math.max(0, Math.floor((count - 2) * quantile))

/** The levels of each group in each hour of a grid. A device without a group (null) is left out. */
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
 * The quantile of a group's values in an hour, without the device that measured `own`; of all devices if `own` is NaN.
 * It interpolates linearly between two values (type 7 of Hyndman and Fan).
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
  // Without the own value, every later value moves down by one position.
  const at = (place: number) => {
    const value = about[hour * ABOUT + place - first]!
    return devices < count && own <= value ? about[hour * ABOUT + place - first + 1]! : value
  }
  const place = (devices - 1) * quantile
  const [low, high] = [at(Math.floor(place)), at(Math.ceil(place))]
  return { value: low + (high - low) * (place - Math.floor(place)), devices }
}
