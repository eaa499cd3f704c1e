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
  /**
   * The minutes that each value stands for, as its own file shows; 0 if unknown. Absent for other files: then the times
   * around show it.
   */
  readonly spans?: Uint8Array
}

/** What devices measured, row by row: `devices[device[row]]` at `minute[row]`. */
export interface Readings {
  readonly devices: readonly string[]
  readonly device: Codes
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, Series>>>
}

/** Whether a row has a value, or a flag that says why it has none. */
export const hasData = ({ values, flags }: Pick<Series, 'values' | 'flags'>, row: number): boolean =>
  !Number.isNaN(values[row]!) || flags[row]! > 0

/**
 * 1 for each device with a value, a valid minute or a flag. If only other devices of a part have the parameter, the
 * part does not overwrite this device's values.
 */
export function devicesWith({ devices, device }: Readings, of: Series): Uint8Array {
  const has = new Uint8Array(devices.length)
  for (let row = 0; row < of.values.length; row++)
    if (hasData(of, row) || (of.minutes?.[row] ?? 0) > 0) has[device[row]!] = 1
  return has
}

/** The given rows of readings, in the given order. */
export function pickReadings({ devices, device, minute, series }: Readings, rows: Uint32Array): Readings {
  const of = <T extends Codes | Int32Array | Float32Array>(from: T): T => {
    const to = new (from.constructor as new (length: number) => T)(rows.length)
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!
    return to
  }
  const pickedSeries = Object.entries(series).map(([parameter, { values, flags, minutes, spans }]) => [
    parameter,
    {
      ...{ values: of(values), flags: of(flags) },
      ...(minutes && { minutes: of(minutes) }),
      ...(spans && { spans: of(spans) }),
    },
  ])
  return { devices, device: of(device), minute: of(minute), series: Object.fromEntries(pickedSeries) }
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
 * later files contain corrections; a parameter of which it has neither value nor flag is that of the row before. Returns
 * readings themselves that are in order already.
 */
export function sortReadings(readings: Readings): SortedReadings {
  const { device, minute } = readings
  if (isSorted(readings)) return { readings, replaced: 0 }
  const sorted = sortedRows(readings)
  const isLast = (row: number, at: number) => {
    const next = sorted[at + 1]
    return next === undefined || device[next] !== device[row] || minute[next] !== minute[row]
  }
  const kept = sorted.filter(isLast)
  const picked = pickReadings(readings, kept)
  const replaced = sorted.length - kept.length
  if (replaced > 0) fillFromEarlier(picked, readings, sorted)
  return { readings: picked, replaced }
}

function isSorted({ devices, device, minute }: Readings): boolean {
  for (let row = 1; row < minute.length; row++) {
    const [before, own] = [device[row - 1]!, device[row]!]
    if (before === own ? minute[row - 1]! >= minute[row]! : devices[before]! >= devices[own]!) return false
  }
  return true
}

/** Fills what the last rows of a device and minute lack from those before them; `sorted`: all rows, in order. */
function fillFromEarlier(picked: Readings, { device, minute, series }: Readings, sorted: Uint32Array): void {
  const all = Object.entries(picked.series) as [Parameter, Series][]
  for (let at = sorted.length - 1, to = picked.minute.length - 1; at >= 0; to--) {
    const last = sorted[at--]!
    for (; at >= 0 && device[sorted[at]!] === device[last] && minute[sorted[at]!] === minute[last]; at--) {
      const from = sorted[at]!
      for (const [parameter, own] of all) {
        const of = series[parameter]!
        if (hasData(own, to) || !hasData(of, from)) continue
        own.values[to] = of.values[from]!
        own.flags[to] = of.flags[from]!
        if (own.minutes) own.minutes[to] = of.minutes![from]!
        if (own.spans) own.spans[to] = of.spans![from]!
      }
    }
  }
}
