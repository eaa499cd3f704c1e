import type { Codes } from '@/domain/table/column'
import { rowsByCodeAndTime } from '@/domain/table/rows-by-code-and-time'
import type { Parameter } from './parameter'

/** Minutes since 1970-01-01 00:00 UTC: at which the time stands that a reading is of. */
export type Minute = number

/** Values of one parameter, a row for each reading. */
export interface Series {
  /** In the unit of its parameter; NaN where there is none. */
  readonly values: Float32Array
  /** Places in `FLAGS`; 0 is normal, which is also that of a value without a flag. */
  readonly flags: Uint8Array
  /** Of hours: of how many minutes of each a valid reading is known; absent where nobody asked or said it. */
  readonly minutes?: Uint8Array
}

/** What devices measured, row by row: `devices[device[row]]` at `minute[row]`. */
export interface Readings {
  readonly devices: readonly string[]
  readonly device: Codes
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, Series>>>
}

/** Some rows of readings, in the order in which they are named. */
export function picked({ devices, device, minute, series }: Readings, rows: Uint32Array): Readings {
  const of = <T extends Codes | Int32Array | Float32Array>(from: T): T => {
    const to = new (from.constructor as new (length: number) => T)(rows.length)
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!
    return to
  }
  const pickedSeries = Object.entries(series).map(([parameter, { values, flags, minutes }]) => [
    parameter,
    { values: of(values), flags: of(flags), ...(minutes && { minutes: of(minutes) }) },
  ])
  return { devices, device: of(device), minute: of(minute), series: Object.fromEntries(pickedSeries) }
}

/** Readings in order, and how many of them came twice. */
export interface Ordered {
  readonly readings: Readings
  /** Of the same device and minute as a later row, which stands in their place. */
  readonly replaced: number
}

/** Rows by device, in the order of their codes, and by minute; those of one device and minute in the order in which they came. */
export const sortedRows = ({ devices, device, minute }: Readings): Uint32Array =>
  rowsByCodeAndTime(devices, device, minute)

/**
 * Readings by device, in the order of their codes, and by minute. Where a device has a minute twice the row that came last
 * stands: files that come late hold what was corrected.
 */
export function inOrder(readings: Readings): Ordered {
  const { device, minute } = readings
  const sorted = sortedRows(readings)
  const isLast = (row: number, at: number) => {
    const next = sorted[at + 1]
    return next === undefined || device[next] !== device[row] || minute[next] !== minute[row]
  }
  const kept = sorted.filter(isLast)
  return { readings: picked(readings, kept), replaced: sorted.length - kept.length }
}
