import type { Codes } from '@/domain/table/column'
import { prevailingGap } from './interval'
import { PARAMETERS, type Parameter } from './parameter'
import { hasData, type Readings } from './readings'

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
  const all = PARAMETERS.flatMap((parameter) => (series[parameter] ? [[parameter, series[parameter]] as const] : []))
  // Of most files none lacks any: their rows need not be told apart.
  const incomplete = all.filter(([, of]) => of.values.some((_, row) => !hasData(of, row)))
  if (incomplete.length === 0) return []
  const found = new Map<Parameter, LackingValues>()
  for (const rows of rowsByDevice(device, devices.length)) {
    const told = rows.filter((row) => all.some(([, of]) => hasData(of, row)))
    const [times, gap] = timesOf(minute, told)
    for (const [parameter, of] of incomplete) {
      const has = told.filter((row) => hasData(of, row))
      if (has.length === 0 || has.length === told.length) continue
      const [own, ownGap] = timesOf(minute, has)
      if (own === times || ownGap > gap) continue
      const { values, devices } = found.get(parameter) ?? { values: 0, devices: 0 }
      found.set(parameter, { parameter, values: values + times - own, devices: devices + 1 })
    }
  }
  return PARAMETERS.flatMap((parameter) => found.get(parameter) ?? [])
}

/** How many times rows have, and the most frequent gap between them. */
function timesOf(minute: Int32Array, rows: Uint32Array): readonly [count: number, gap: number] {
  const sorted = Int32Array.from(rows, (row) => minute[row]!).sort()
  const times = sorted.filter((time, at) => time !== sorted[at - 1])
  return [times.length, prevailingGap(times)]
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
