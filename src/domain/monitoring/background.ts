import type { Codes } from '@/domain/table/column'
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
 * The background of each county from its own devices: the quantile of what they measured at the same time. Nobody knows it where
 * too few of them have a mean, and between the times of the means.
 */
export function countyBackground(
  { devices, device, minute, series }: Means,
  parameter: Parameter,
  countyOf: (device: string) => string | null,
  { quantile, leastDevices }: BackgroundOfDevices,
): Background {
  const values = series[parameter]?.values ?? new Float32Array()
  const counties = [...new Set(devices.map(countyOf))]
  const county = devices.map((each) => counties.indexOf(countyOf(each)))
  const times = Int32Array.from(new Set(minute)).sort()
  const placeOf = new Map(Array.from(times, (at, place) => [at, place]))
  const cell = (row: number) => county[device[row]!]! * times.length + placeOf.get(minute[row]!)!
  const ends = new Uint32Array(counties.length * times.length + 1)
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) ends[cell(row) + 1]!++
  for (let at = 1; at < ends.length; at++) ends[at] = ends[at]! + ends[at - 1]!
  const next = ends.slice()
  const gathered = new Float32Array(ends.at(-1)!)
  for (let row = 0; row < values.length; row++)
    if (!Number.isNaN(values[row]!)) {
      const at = cell(row)
      gathered[next[at]!] = values[row]!
      next[at] = next[at]! + 1
    }
  return (name, at) => {
    const [of, place] = [counties.indexOf(name), placeOf.get(at)]
    if (of < 0 || place === undefined) return Number.NaN
    const here = of * times.length + place
    const known = gathered.subarray(ends[here], ends[here + 1])
    return known.length < leastDevices ? Number.NaN : quantileOf(known.sort(), quantile)
  }
}

/** The quantile of sorted values, by their number times the share and linearly between two (type 7 of Hyndman and Fan). */
export function quantileOf(sorted: Float32Array | Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}
