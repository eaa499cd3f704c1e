import { counts, FLAGS, PARAMETERS, type Parameter } from './parameter'
import type { Readings } from './readings'

/** Values below zero of a parameter that can't be. */
export interface NegativeValues {
  readonly parameter: Parameter
  readonly values: number
  readonly devices: readonly string[]
  /** How many of them replace an earlier value of the same device and time that is not below zero. */
  readonly replacing: number
}

/** What values of one device and time are, of which the last one counts. */
interface Told {
  readonly device: string
  isLastBelow: boolean
  hasOther: boolean
}

/**
 * Values below zero that count as measurements, in files of which a later row of the same device and time replaces an
 * earlier one. Temperatures may be below zero.
 */
export const negativeValues = (files: readonly Readings[]): NegativeValues[] =>
  PARAMETERS.filter((parameter) => parameter !== 'temperature').flatMap((parameter) => {
    // Most files have none: only their times are held.
    const found = new Map<string, Told>()
    forEachValue(files, parameter, true, (key, device) => {
      found.set(key, { device, isLastBelow: false, hasOther: false })
    })
    if (found.size === 0) return []
    forEachValue(files, parameter, false, (key, _device, value) => {
      const told = found.get(key)
      if (!told) return
      told.isLastBelow = value < 0
      told.hasOther ||= value >= 0
    })
    const below = [...found.values()].filter(({ isLastBelow }) => isLastBelow)
    if (below.length === 0) return []
    const devices = [...new Set(below.map(({ device }) => device))]
    return [{ parameter, values: below.length, devices, replacing: below.filter(({ hasOther }) => hasOther).length }]
  })

/** Calls `take` for each value of a parameter that counts, in their order; `onlyBelow`: for those below zero alone. */
function forEachValue(
  files: readonly Readings[],
  parameter: Parameter,
  onlyBelow: boolean,
  take: (key: string, device: string, value: number) => void,
): void {
  for (const { devices, device, minute, series } of files) {
    const of = series[parameter]
    for (let row = 0; of && row < of.values.length; row++) {
      const value = of.values[row]!
      if (Number.isNaN(value) || (onlyBelow && value >= 0) || !counts(FLAGS[of.flags[row]!]!)) continue
      const name = devices[device[row]!]!
      take(`${minute[row]} ${name}`, name, value)
    }
  }
}
