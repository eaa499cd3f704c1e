import type { Codes } from '@/domain/table/column'
import { prevailingGap } from './interval'
import { PARAMETERS, type Parameter } from './parameter'
import { hasData, type Readings, type Series } from './readings'

/** How many readings have no value of a parameter although they have others, and of how many devices. */
export interface LackingValues {
  readonly parameter: Parameter
  readonly values: number
  readonly devices: number
}

/**
 * Counts the readings of a file, in any order, that lack a parameter which their device has at other times. One that a
 * device reports at longer intervals than the others, as dust by the hour beside noise by the minute, lacks nothing
 * between them. A row that repeats another's time lacks nothing that this one has.
 */
export function lackingValues({ devices, device, minute, series }: Readings): LackingValues[] {
  const all = Object.values(series) as Series[]
  const rowsOf = rowsByDevice(device, devices.length)
  return PARAMETERS.flatMap((parameter) => {
    const own = series[parameter]
    const counts = own ? rowsOf.map((rows) => lackingOf(own, all, minute, rows)).filter((count) => count > 0) : []
    const values = counts.reduce((sum, count) => sum + count, 0)
    return values > 0 ? [{ parameter, values, devices: counts.length }] : []
  })
}

function lackingOf(own: Series, all: readonly Series[], minute: Int32Array, rows: Uint32Array): number {
  const has = rows.filter((row) => hasData(own, row))
  if (has.length === 0 || has.length === rows.length) return 0
  const told = new Set(has.map((row) => minute[row]!))
  const any = new Set(rows.filter((row) => all.some((each) => hasData(each, row))).map((row) => minute[row]!))
  const gap = (times: Iterable<number>) => prevailingGap(Int32Array.from(times).sort())
  return told.size === any.size || gap(told) > gap(any) ? 0 : any.size - told.size
}

/** The rows of each device, in their order. */
function rowsByDevice(device: Codes, devices: number): Uint32Array[] {
  const counts = new Uint32Array(devices)
  for (const of of device) counts[of]!++
  const found = Array.from(counts, (count) => new Uint32Array(count))
  const filled = new Uint32Array(devices)
  for (let row = 0; row < device.length; row++) found[device[row]!]![filled[device[row]!]!++] = row
  return found
}

/** The counts of several files as one, by parameter. */
export function joinLacking(counts: readonly LackingValues[]): LackingValues[] {
  return PARAMETERS.flatMap((parameter) => {
    const own = counts.filter((each) => each.parameter === parameter)
    const sum = (of: (each: LackingValues) => number) => own.reduce((all, each) => all + of(each), 0)
    return own.length === 0
      ? []
      : [{ parameter, values: sum(({ values }) => values), devices: sum((each) => each.devices) }]
  })
}
