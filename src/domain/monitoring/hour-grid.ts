import type { KnownHours } from './gaps'
import type { Parameter } from './parameter'
import { devicesWith, type Minute, type Readings, type Series } from './readings'

const HOUR = 60

/** Hourly means of several devices over one period. The cell of a device and hour is `device * hours + hour`. */
export interface HourGrid {
  /** Codes, sorted or in the order requested. */
  readonly devices: readonly string[]
  /** The start of the first hour. */
  readonly from: Minute
  readonly hours: number
  /** 1 if any data arrived for the hour, valid or not. */
  readonly came: Uint8Array
  /** In the unit of each parameter; NaN if there is no mean. */
  readonly values: Readonly<Partial<Record<Parameter, Float32Array>>>
  /**
   * Minutes with a valid reading; if a part does not state them, 60 for an hour with a mean. Absent if not requested.
   */
  readonly minutes: Readonly<Partial<Record<Parameter, Uint8Array>>>
  /**
   * The flag that excludes readings of the hour, as an index in `FLAGS`; 0 if none is known. Absent for a parameter
   * without any flag.
   */
  readonly flags: Readonly<Partial<Record<Parameter, Uint8Array>>>
}

/**
 * An hour of which a part has too few readings for some devices: its values are used only if no earlier part has a
 * mean.
 */
export interface PartialHour {
  readonly at: Minute
  readonly devices: ReadonlySet<string>
}

/** Hours as read from a file. */
export interface HoursPart extends Readings {
  readonly yielding?: PartialHour | undefined
  /** The first and last hour of each device in the file: the file may begin or end within them. */
  readonly edges?: ReadonlyMap<string, { readonly first: Minute; readonly last: Minute }> | undefined
}

/**
 * Merges parts into one grid over [from, until). If several parts have an hour, the later part wins, for each device
 * and each parameter that the part has of it, unless the part yields. Its first and last hour also yield where they
 * have no mean and no flag says why: the file may have only some readings of them.
 */
export function hourGrid(
  parts: readonly HoursPart[],
  from: Minute,
  until: Minute,
  parameters: readonly Parameter[],
): HourGrid {
  const devices = [...new Set(parts.flatMap((part) => part.devices))].sort()
  const hours = Math.max(0, Math.ceil((until - from) / HOUR))
  const came = new Uint8Array(devices.length * hours)
  const values: Partial<Record<Parameter, Float32Array>> = {}
  const minutes: Partial<Record<Parameter, Uint8Array>> = {}
  const flags: Partial<Record<Parameter, Uint8Array>> = {}
  for (const each of parameters) {
    values[each] = new Float32Array(came.length).fill(Number.NaN)
    minutes[each] = new Uint8Array(came.length)
  }
  const placeOf = new Map(devices.map((code, place) => [code, place]))
  for (const part of parts) {
    const there = parameters.flatMap((parameter) => {
      const own = part.series[parameter]
      if (own?.flags.some((flag) => flag > 0)) flags[parameter] ??= new Uint8Array(came.length)
      return own ? [{ own, parameter, has: devicesWith(part, own) }] : []
    })
    const places = part.devices.map((code) => placeOf.get(code)!)
    const edges = part.devices.map((code) => part.edges?.get(code))
    const yields = part.devices.map((code) => part.yielding?.devices.has(code) === true)
    for (let row = 0; row < part.minute.length; row++) {
      const hour = Math.floor((part.minute[row]! - from) / HOUR)
      if (hour < 0 || hour >= hours) continue
      const cell = places[part.device[row]!]! * hours + hour
      came[cell] = 1
      const isYielding = part.minute[row] === part.yielding?.at && yields[part.device[row]!]
      const edge = edges[part.device[row]!]
      const isEdge = edge !== undefined && (part.minute[row] === edge.first || part.minute[row] === edge.last)
      for (const { own, parameter, has } of there) {
        if (has[part.device[row]!] !== 1) continue
        const value = own.values[row]!
        const isCut = isEdge && Number.isNaN(value) && (own.flags[row] ?? 0) === 0
        if ((isYielding || isCut) && !Number.isNaN(values[parameter]![cell]!)) continue
        values[parameter]![cell] = value
        if (flags[parameter]) flags[parameter][cell] = own.flags[row] ?? 0
        minutes[parameter]![cell] = own.minutes?.[row] ?? (Number.isNaN(value) ? 0 : HOUR)
      }
    }
  }
  return { devices, from, hours, came, values, minutes, flags }
}

/**
 * Copies the hours [from, until) of the given devices, in this order, from grids of other periods such as months;
 * without `minutes` and `flags`.
 */
export function cutGrid(
  grids: readonly HourGrid[],
  devices: readonly string[],
  from: Minute,
  until: Minute,
  parameters: readonly Parameter[],
): HourGrid {
  const hours = Math.max(0, Math.ceil((until - from) / HOUR))
  const came = new Uint8Array(devices.length * hours)
  const values = Object.fromEntries(parameters.map((each) => [each, new Float32Array(came.length).fill(Number.NaN)]))
  for (const grid of grids) {
    const offset = Math.floor((grid.from - from) / HOUR)
    const [begin, end] = [Math.max(0, -offset), Math.min(grid.hours, hours - offset)]
    if (begin >= end) continue
    for (const [at, device] of devices.entries()) {
      const row = grid.devices.indexOf(device) * grid.hours
      if (row < 0) continue
      const target = at * hours + offset + begin
      came.set(grid.came.subarray(row + begin, row + end), target)
      for (const each of parameters)
        values[each]!.set(grid.values[each]?.subarray(row + begin, row + end) ?? [], target)
    }
  }
  return { devices, from, hours, came, values, minutes: {}, flags: {} }
}

/**
 * The hours with data as hourly readings, by device and time. With `device`, only its hours, and only parameters that
 * it has values or flags of. An hour with a valid minute has no flag, even if some of its readings were flagged; this
 * needs a grid read with `minutes`, otherwise a mean decides.
 */
export function readingsOfGrid(grid: HourGrid, device?: string): Readings {
  const { devices, from, hours, came, values, minutes, flags } = grid
  const only = device === undefined ? null : devices.indexOf(device)
  const [begin, end] = only === null ? [0, came.length] : only < 0 ? [0, 0] : [only * hours, (only + 1) * hours]
  const cells: number[] = []
  for (let cell = begin; cell < end; cell++) if (came[cell] === 1) cells.push(cell)
  const series: Partial<Record<Parameter, Series>> = {}
  for (const [parameter, of] of Object.entries(values) as [Parameter, Float32Array][]) {
    const isValid = (cell: number) => !Number.isNaN(of[cell]!) || (minutes[parameter]?.[cell] ?? 0) > 0
    const flagOf = (cell: number) => flags[parameter]?.[cell] ?? 0
    // A parameter that only other devices measure: this device has no values or flags for it.
    if (only !== null && !cells.some((cell) => isValid(cell) || flagOf(cell) > 0)) continue
    series[parameter] = {
      values: Float32Array.from(cells, (cell) => of[cell]!),
      flags: Uint8Array.from(cells, (cell) => (isValid(cell) ? 0 : flagOf(cell))),
    }
  }
  return {
    devices,
    device: Uint32Array.from(cells, (cell) => Math.floor(cell / hours)),
    minute: Int32Array.from(cells, (cell) => from + (cell % hours) * HOUR),
    series,
  }
}

/** The hours of one device, from a grid read with `minutes`; empty hours if the grid does not contain the device. */
export function knownHoursOf(grid: HourGrid, device: string, parameter: Parameter): KnownHours {
  const of = grid.devices.indexOf(device)
  const row = (from: Uint8Array | undefined) =>
    of >= 0 && from ? from.slice(of * grid.hours, (of + 1) * grid.hours) : new Uint8Array(grid.hours)
  return {
    from: grid.from,
    values: rowOfGrid(grid, device, parameter),
    came: row(grid.came),
    minutes: row(grid.minutes[parameter]),
    flags: row(grid.flags[parameter]),
  }
}

/** The values of one device; all NaN if the grid does not contain it. */
export function rowOfGrid({ devices, hours, values }: HourGrid, device: string, parameter: Parameter): Float32Array {
  const of = devices.indexOf(device)
  const row = values[parameter]?.slice(of * hours, (of + 1) * hours)
  return of < 0 || !row ? new Float32Array(hours).fill(Number.NaN) : row
}
