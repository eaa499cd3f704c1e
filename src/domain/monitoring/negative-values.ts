import { counts, FLAGS, PARAMETERS, type Parameter } from './parameter'
import { hasData, type Minute, type Readings, type Series } from './readings'

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
    const times = new Set<Minute>()
    forEachRow(files, parameter, isBelow, (minute, device) => {
      found.set(keyOf(minute, device), { device, isLastBelow: false, hasOther: false })
      times.add(minute)
    })
    if (found.size === 0) return []
    forEachRow(files, parameter, hasData, (minute, device, of, row) => {
      const told = times.has(minute) ? found.get(keyOf(minute, device)) : undefined
      if (!told) return
      told.isLastBelow = isBelow(of, row)
      told.hasOther ||= isPlain(of, row) && of.values[row]! >= 0
    })
    const below = [...found.values()].filter(({ isLastBelow }) => isLastBelow)
    if (below.length === 0) return []
    const devices = [...new Set(below.map(({ device }) => device))]
    return [{ parameter, values: below.length, devices, replacing: below.filter(({ hasOther }) => hasOther).length }]
  })

const keyOf = (minute: Minute, device: string) => `${minute} ${device}`

const isPlain = ({ flags }: Series, row: number) => counts(FLAGS[flags[row]!]!)

const isBelow = (of: Series, row: number) => of.values[row]! < 0 && isPlain(of, row)

/** Calls `take` for each row of a parameter that `matches`, in their order. */
function forEachRow(
  files: readonly Readings[],
  parameter: Parameter,
  matches: (of: Series, row: number) => boolean,
  take: (minute: Minute, device: string, of: Series, row: number) => void,
): void {
  for (const { devices, device, minute, series } of files) {
    const of = series[parameter]
    for (let row = 0; of && row < of.values.length; row++)
      if (matches(of, row)) take(minute[row]!, devices[device[row]!]!, of, row)
  }
}
