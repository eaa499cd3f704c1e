import type { Month } from '@/domain/calendar'
import { monthOf } from '@/domain/monitoring/by-month'
import { type HourRule, hourly } from '@/domain/monitoring/hours'
import type { Parameter } from '@/domain/monitoring/parameter'
import { type Minute, picked, type Readings, type Series } from '@/domain/monitoring/readings'
import type { ReadingsFile, WantedReadings } from './open-readings'

/** Hours of one parameter, or of none: when there are any. */
type HoursOf = (parameter: Parameter | null) => Promise<Readings>

/**
 * A month's file of readings as one of their hourly means, each of which begins in the month: made by the rule when they are
 * asked for, and of all devices once for each parameter. An hour of which a reading came and too little is known has no value.
 */
export function hoursOfReadings(file: ReadingsFile, month: Month, rule: HourRule): ReadingsFile {
  const made = new Map<Parameter | null, Promise<Readings>>()
  const ofAll: HoursOf = (parameter) => {
    const known = made.get(parameter)
    if (known) return known
    const making = make(parameter === null ? [] : [parameter])
    made.set(parameter, making)
    // What could not be read now may be later.
    making.catch(() => made.delete(parameter))
    return making
  }
  /** The interval of a device is told by all its readings of the month, whatever hours are asked for. */
  async function make(parameters: readonly Parameter[], device?: string): Promise<Readings> {
    const readings = await file.read({ parameters, ...(device !== undefined && { device }) })
    const hours = hourly(readings, rule)
    const series = Object.fromEntries(
      Object.entries(hours.series).map(([parameter, { values, minutes }]): [string, Series] => [
        parameter,
        { values, minutes, flags: new Uint8Array(values.length) },
      ]),
    )
    return { ...hours, series }
  }
  return {
    ...file,
    async read({ device, from, until, parameters }: WantedReadings): Promise<Readings> {
      const there = parameters.filter((each) => file.parameters.includes(each))
      const hours = device === undefined ? await together(ofAll, there) : await make(there, device)
      return within(hours, month, from, until)
    },
  }
}

/** Hours of several parameters, which have the same rows, whatever the parameters. */
async function together(of: HoursOf, parameters: readonly Parameter[]): Promise<Readings> {
  const [first, ...others] = await Promise.all((parameters.length === 0 ? [null] : parameters).map(of))
  return { ...first!, series: Object.assign({}, first!.series, ...others.map(({ series }) => series)) }
}

function within(hours: Readings, month: Month, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY) {
  const isOfMonth = new Map<Minute, boolean>()
  const isWanted = (at: Minute) => {
    if (at < from || at >= until) return false
    let known = isOfMonth.get(at)
    if (known === undefined) {
      known = monthOf(at) === month
      isOfMonth.set(at, known)
    }
    return known
  }
  const { minute } = hours
  const rows = new Uint32Array(minute.length)
  let count = 0
  for (let row = 0; row < minute.length; row++) if (isWanted(minute[row]!)) rows[count++] = row
  return count === minute.length ? hours : picked(hours, rows.subarray(0, count))
}
