import type { Month } from '@/domain/calendar'
import { monthOf } from '@/domain/monitoring/by-month'
import { type HourRule, hourly } from '@/domain/monitoring/hours'
import { joinReadings } from '@/domain/monitoring/join-readings'
import type { Parameter } from '@/domain/monitoring/parameter'
import { type Minute, pickReadings, type Readings, type Series } from '@/domain/monitoring/readings'
import type { ReadingsFile, WantedReadings } from './open-readings'
import { Recent } from './recent'

/** Maximum number of cached device hours, about 14 bytes each: a year of 500 devices and one parameter. */
const MAX_HOURS = 5_000_000

/** Cache of recently computed hours of whole months, for any number of files. */
export type HoursCache = Recent<Readings>
export const hoursCache = (most = MAX_HOURS): HoursCache => new Recent(most, ({ minute }) => minute.length)

/**
 * A month's readings as a file of hourly means, with all hours that begin in the month. Computed by the rule on demand;
 * for all devices once per parameter, cached in `made` under `id`. An hour with readings but too little valid data has
 * no value.
 */
export function hoursOfReadings(
  file: ReadingsFile,
  month: Month,
  rule: HourRule,
  made: HoursCache,
  id: string,
): ReadingsFile {
  /** Hours of one parameter; with null only the rows, showing which hours have data. */
  const ofAll = (parameter: Parameter | null) =>
    made.get(`${id} ${parameter ?? ''}`, () => make(parameter === null ? [] : [parameter]))
  /** A device's intervals are determined from all its readings of the month, whatever hours are requested. */
  async function make(parameters: readonly Parameter[], device?: string): Promise<Readings> {
    const readings = await file.read({ parameters, ...(device !== undefined && { device }) })
    const hours = hourly(readings, rule)
    // Hours of neighbouring months were only read to compute these.
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

/** Joins the hours of several parameters. They mostly have the same rows; a parameter may have hours of its own. */
async function together(
  of: (parameter: Parameter | null) => Promise<Readings>,
  parameters: readonly Parameter[],
): Promise<Readings> {
  const all = await Promise.all((parameters.length === 0 ? [null] : parameters).map(of))
  const [first, ...others] = all
  const isAlike = ({ device, minute }: Readings) =>
    minute.length === first!.minute.length &&
    minute.every((at, row) => at === first!.minute[row] && device[row] === first!.device[row])
  if (!others.every(isAlike)) return joinReadings(all).readings
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
  return count === minute.length ? hours : pickReadings(hours, rows.subarray(0, count))
}
