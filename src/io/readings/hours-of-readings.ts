import type { Month } from '@/domain/calendar'
import { monthOf } from '@/domain/monitoring/by-month'
import { type HourRule, hourly } from '@/domain/monitoring/hours'
import type { Parameter } from '@/domain/monitoring/parameter'
import { type Minute, picked, type Readings, type Series } from '@/domain/monitoring/readings'
import type { ReadingsFile, WantedReadings } from './open-readings'
import { Recent } from './recent'

/** So many hours of devices are kept, of some 14 bytes: a year of 500 devices and one parameter. */
const MOST_HOURS = 5_000_000

/** Hours of whole months as they were made lately, of any number of files. */
export type MadeHours = Recent<Readings>
export const madeHours = (most = MOST_HOURS): MadeHours => new Recent(most, ({ minute }) => minute.length)

/**
 * A month's readings as a file of their hourly means, each of which begins in the month: made by the rule when they are asked for,
 * and of all devices once for each parameter, for as long as `made` keeps them under `id`. An hour of which a reading came and too
 * little is known has no value.
 */
export function hoursOfReadings(
  file: ReadingsFile,
  month: Month,
  rule: HourRule,
  made: MadeHours,
  id: string,
): ReadingsFile {
  /** Hours of one parameter, or of none: when there are any. */
  const ofAll = (parameter: Parameter | null) =>
    made.get(`${id} ${parameter ?? ''}`, () => make(parameter === null ? [] : [parameter]))
  /** The interval of a device is told by all its readings of the month, whatever hours are asked for. */
  async function make(parameters: readonly Parameter[], device?: string): Promise<Readings> {
    const readings = await file.read({ parameters, ...(device !== undefined && { device }) })
    const hours = hourly(readings, rule)
    // Those of the months about it are told by these.
    return within({ ...hours, series: hours.series as Readonly<Partial<Record<Parameter, Series>>> }, month)
  }
  return {
    ...file,
    hasFlags: true,
    async read({ device, from, until, parameters }: WantedReadings): Promise<Readings> {
      const there = parameters.filter((each) => file.parameters.includes(each))
      const hours = device === undefined ? await together(ofAll, there) : await make(there, device)
      return between(hours, from, until)
    },
  }
}

/** Hours of several parameters, which have the same rows, whatever the parameters. */
async function together(
  of: (parameter: Parameter | null) => Promise<Readings>,
  parameters: readonly Parameter[],
): Promise<Readings> {
  const [first, ...others] = await Promise.all((parameters.length === 0 ? [null] : parameters).map(of))
  return { ...first!, series: Object.assign({}, first!.series, ...others.map(({ series }) => series)) }
}

const between = (hours: Readings, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY): Readings =>
  rowsWhere(hours, (at) => at >= from && at < until)

function within(hours: Readings, month: Month): Readings {
  const isOfMonth = new Map<Minute, boolean>()
  return rowsWhere(hours, (at) => {
    let known = isOfMonth.get(at)
    if (known === undefined) {
      known = monthOf(at) === month
      isOfMonth.set(at, known)
    }
    return known
  })
}

function rowsWhere(hours: Readings, isWanted: (at: Minute) => boolean): Readings {
  const { minute } = hours
  const rows = new Uint32Array(minute.length)
  let count = 0
  for (let row = 0; row < minute.length; row++) if (isWanted(minute[row]!)) rows[count++] = row
  return count === minute.length ? hours : picked(hours, rows.subarray(0, count))
}
