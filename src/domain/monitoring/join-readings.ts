import { PARAMETERS, type Parameter } from './parameter'
import { type Readings, type Series, type SortedReadings, sortedRows, sortReadings } from './readings'

/** Concatenates readings of several files. Where a part lacks a parameter, its rows have no value of it. */
function oneBehindTheOther(parts: readonly Readings[], parameters: readonly Parameter[]): Readings {
  const length = parts.reduce((sum, { minute }) => sum + minute.length, 0)
  const places = new Map<string, number>()
  const [device, minute] = [new Uint32Array(length), new Int32Array(length)]
  const series: Partial<Record<Parameter, Series>> = {}
  for (const each of parameters)
    series[each] = { values: new Float32Array(length).fill(Number.NaN), flags: new Uint8Array(length) }
  let at = 0
  for (const part of parts) {
    const placeOf = part.devices.map((code) => {
      if (!places.has(code)) places.set(code, places.size)
      return places.get(code)!
    })
    for (let row = 0; row < part.device.length; row++) device[at + row] = placeOf[part.device[row]!]!
    minute.set(part.minute, at)
    for (const each of parameters) {
      const own = part.series[each]
      if (!own) continue
      series[each]!.values.set(own.values, at)
      series[each]!.flags.set(own.flags, at)
    }
    at += part.minute.length
  }
  return { devices: [...places.keys()], device, minute, series }
}

/**
 * Joins readings of several files, ordered by device and minute. If several files have the same device and minute, the
 * later file wins, for each parameter it has: a file with only noise removes no dust.
 */
export function joinReadings(parts: readonly Readings[]): SortedReadings {
  const parameters = PARAMETERS.filter((each) => parts.some(({ series }) => series[each]))
  const all = oneBehindTheOther(parts, parameters)
  const lacking = parts.some(({ series }) => parameters.some((each) => !series[each]))
  if (lacking) fillFromEarlier(all, parts, parameters)
  return sortReadings(all)
}

/** The number of readings of several files, one per device and minute. */
export const rowsOnce = (parts: readonly Readings[]): number =>
  joinReadings(parts.map((each) => ({ ...each, series: {} }))).readings.minute.length

/**
 * Fills each row's missing parameters from the previous row of the same device and minute, if its own file lacks them.
 */
function fillFromEarlier(all: Readings, parts: readonly Readings[], parameters: readonly Parameter[]): void {
  const { device, minute, series } = all
  const partOf = new Uint32Array(device.length)
  let begin = 0
  for (const [place, part] of parts.entries()) {
    partOf.fill(place, begin, begin + part.minute.length)
    begin += part.minute.length
  }
  const sorted = sortedRows(all)
  for (let i = 1; i < sorted.length; i++) {
    const [before, row] = [sorted[i - 1]!, sorted[i]!]
    if (device[before] !== device[row] || minute[before] !== minute[row]) continue
    for (const each of parameters) {
      if (parts[partOf[row]!]!.series[each]) continue
      const { values, flags } = series[each]!
      values[row] = values[before]!
      flags[row] = flags[before]!
    }
  }
}
