import type { Codes } from '@/domain/table/column'
import { rowsByCodeAndTime } from '@/domain/table/rows-by-code-and-time'
import type { Parameter } from './parameter'

/** Minutes since 1970-01-01 00:00 UTC: the time stamp of a reading. */
export type Minute = number

/** Values of one parameter, a row for each reading. */
export interface Series {
  /** In the unit of the parameter; NaN if there is no value. */
  readonly values: Float32Array
  /** Indexes in `FLAGS`; 0 is normal, also for values without a flag. */
  readonly flags: Uint8Array
  /** For hourly data: the minutes with a valid reading; absent if not requested or unknown. */
  readonly minutes?: Uint8Array
}

/** What devices measured, row by row: `devices[device[row]]` at `minute[row]`. */
export interface Readings {
  readonly devices: readonly string[]
  readonly device: Codes
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, Series>>>
  /** Devices whose readings are known to stand for an hour each, even a single one. */
  readonly hourly?: readonly string[]
}

/** The given rows of readings, in the given order. */
export function pickReadings({ devices, device, minute, series, hourly }: Readings, rows: Uint32Array): Readings {
  const of = <T extends Codes | Int32Array | Float32Array>(from: T): T => {
    const to = new (from.constructor as new (length: number) => T)(rows.length)
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!
    return to
  }
  const pickedSeries = Object.entries(series).map(([parameter, { values, flags, minutes }]) => [
    parameter,
    { values: of(values), flags: of(flags), ...(minutes && { minutes: of(minutes) }) },
  ])
  return {
    ...{ devices, device: of(device), minute: of(minute), series: Object.fromEntries(pickedSeries) },
    ...(hourly && { hourly }),
  }
}

/** Ordered readings, and the number of duplicates dropped. */
export interface SortedReadings {
  readonly readings: Readings
  /** Rows dropped because a later row has the same device and minute. */
  readonly replaced: number
}

/** Row indexes ordered by device code and minute; rows with the same device and minute keep their order. */
export const sortedRows = ({ devices, device, minute }: Readings): Uint32Array =>
  rowsByCodeAndTime(devices, device, minute)

/**
 * Orders readings by device code and minute. Of several rows with the same device and minute the last one wins, because
 * later files contain corrections.
 */
export function sortReadings(readings: Readings): SortedReadings {
  const { device, minute } = readings
  const sorted = sortedRows(readings)
  const isLast = (row: number, at: number) => {
    const next = sorted[at + 1]
    return next === undefined || device[next] !== device[row] || minute[next] !== minute[row]
  }
  const kept = sorted.filter(isLast)
  return { readings: pickReadings(readings, kept), replaced: sorted.length - kept.length }
}
