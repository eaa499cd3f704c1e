import { PARAMETERS, type Parameter } from './parameter'
import { type Readings, type Series, type SortedReadings, sortReadings } from './readings'

/** Concatenates readings of several files. Where a part lacks a parameter, its rows have no value of it. */
function oneBehindTheOther(parts: readonly Readings[], parameters: readonly Parameter[]): Readings {
  const length = parts.reduce((sum, { minute }) => sum + minute.length, 0)
  const places = new Map<string, number>()
  const [device, minute] = [new Uint32Array(length), new Int32Array(length)]
  const series: Partial<Record<Parameter, Series>> = {}
  for (const each of parameters)
    series[each] = {
      ...{ values: new Float32Array(length).fill(Number.NaN), flags: new Uint8Array(length) },
      ...(parts.some((part) => part.series[each]?.minutes) && { minutes: new Uint8Array(length) }),
      ...(parts.some((part) => part.series[each]?.spans) && { spans: new Uint8Array(length) }),
    }
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
      if (own.minutes) series[each]!.minutes!.set(own.minutes, at)
      if (own.spans) series[each]!.spans!.set(own.spans, at)
    }
    at += part.minute.length
  }
  return { devices: [...places.keys()], device, minute, series }
}

/**
 * Joins readings of several files, ordered by device and minute. If several files have the same device and minute, the
 * later file wins, for each parameter it has a value or a flag of: a file with only noise removes no dust.
 */
export function joinReadings(parts: readonly Readings[]): SortedReadings {
  const [only] = parts
  if (only && parts.length === 1) return sortReadings(only)
  const parameters = PARAMETERS.filter((each) => parts.some(({ series }) => series[each]))
  return sortReadings(oneBehindTheOther(parts, parameters))
}

/** The number of readings of several files, one per device and minute. */
export const rowsOnce = (parts: readonly Readings[]): number =>
  joinReadings(parts.map((each) => ({ ...each, series: {} }))).readings.minute.length
