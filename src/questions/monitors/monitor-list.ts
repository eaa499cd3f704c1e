import { type IsoDay, parseDay } from '@/domain/calendar'
import type { HourGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Problem } from '@/domain/problem'
import type { MonitorHours, ReportedHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { daysUpTo, lastCommonHour } from './monitor-hour'
import { type ApplicableLimit, applicableLimits } from './monitor-limits'
import { type MonitorPlace, monitorPlace } from './monitors'

const HOUR = 60
const DAY = 24 * HOUR
/** Calendar days that each line of the list draws. */
export const DRAWN_DAYS = 3

/** A device on the list. Values are in the parameter's unit. */
export interface MonitorLine {
  readonly device: string
  readonly place: MonitorPlace | null
  /** Name of the device in the imported file; null if that was its code, or if its readings come from a package. */
  readonly called: string | null
  /** Whether readings of it were imported in this browser. */
  readonly isKept: boolean
  /** Start of its last hour with data up to the day; null if there is none in the months before. */
  readonly last: Minute | null
  /** Value of the list's last hour; null if there is none. */
  readonly value: number | null
  readonly isOnline: boolean
  /**
   * Share of the last 24 hours with valid readings of the parameter, 0…1; null if the device reports but does not
   * measure it.
   */
  readonly share: number | null
  /** The lowest limit for its hourly means; null if none applies. */
  readonly limit: ApplicableLimit | null
  /** Hourly values of the drawn days, oldest first. */
  readonly course: readonly (number | null)[]
}

export interface MonitorList {
  readonly parameters: readonly Parameter[]
  /** Start of the last hour up to the day that enough devices reported; null if none. */
  readonly hour: Minute | null
  /** Start of the last hour that any device reported after the day; null if none. */
  readonly later: Minute | null
  /** Devices that are not on the list since they only report after the day, and the start of their first hour. */
  readonly beginLater: ReadonlyMap<string, Minute>
  /** Files of hours that can't be read; their data is missing from the list. */
  readonly problems: readonly Problem[]
  /** Sorted by code. */
  readonly devices: readonly MonitorLine[]
}

/**
 * The drawn time [from, until), null if no device had reported by the end of the day; and the codes of the devices
 * that had.
 */
export function listedTime(
  all: ReadonlyMap<string, ReportedHours>,
  asOf: IsoDay,
  now: Minute,
):
  | { readonly from: Minute; readonly until: Minute; readonly codes: readonly string[] }
  | { readonly from: null; readonly until: null; readonly codes: readonly string[] } {
  const end = dayBegin(parseDay(asOf) + 1)
  const hour = lastCommonHour(all.values(), end, now)
  if (hour === null) return { from: null, until: null, codes: [] }
  const until = hour + HOUR
  const codes = [...all].flatMap(([code, { first }]) => (first < end ? [code] : [])).sort()
  return { from: daysUpTo(until, DRAWN_DAYS), until, codes }
}

/** All monitors at the end of a day; on the day of `now`, at that time. */
export async function monitorList(
  opened: OpenedPackage,
  hours: MonitorHours,
  asOf: IsoDay,
  parameter: Parameter,
  now: Minute,
): Promise<MonitorList> {
  const { parameters } = hours
  const end = dayBegin(parseDay(asOf) + 1)
  const all = await hours.reported()
  const { from, until, codes } = listedTime(all, asOf, now)
  const last = [...all.values()].reduce((most, each) => Math.max(most, each.last), Number.NEGATIVE_INFINITY)
  const later = last >= end ? last : null
  const beginLater = new Map([...all].flatMap(([code, { first }]) => (first >= end ? [[code, first]] : [])))
  if (until === null) return { parameters, hour: null, later, beginLater, problems: hours.problems, devices: [] }
  const grid = await hours.read(from, until, [parameter], { minutes: true })
  const values = grid.values[parameter]!
  /** Of a device without data in the drawn days. */
  const lastOutside = async (device: string) => {
    const { last } = all.get(device)!
    return last < end ? last : ((await hours.lastOf(device, end, parameter))?.at ?? null)
  }
  const lineOf = async (device: string): Promise<MonitorLine> => {
    const of = grid.devices.indexOf(device)
    const [begin, stop] = [of * grid.hours, (of + 1) * grid.hours]
    const course = of < 0 ? [] : Array.from(values.subarray(begin, stop), (each) => (Number.isNaN(each) ? null : each))
    const lastCell = of < 0 ? -1 : grid.came.subarray(begin, stop).lastIndexOf(1)
    return {
      device,
      place: monitorPlace(opened, device),
      called: all.get(device)!.name ?? null,
      isKept: all.get(device)!.isKept,
      last: lastCell >= 0 ? grid.from + lastCell * HOUR : await lastOutside(device),
      value: course.at(-1) ?? null,
      isOnline: lastCell === grid.hours - 1,
      share: knownShare(grid, of, parameter),
      limit: lowestOf(applicableLimits(opened, device, parameter, HOUR)),
      course,
    }
  }
  const devices = await Promise.all(codes.map(lineOf))
  return { parameters, hour: until - HOUR, later, beginLater, problems: hours.problems, devices }
}

const lowestOf = (limits: readonly ApplicableLimit[]): ApplicableLimit | null =>
  [...limits].sort((a, b) => a.value - b.value)[0] ?? null

/** Share of the last day's minutes with a valid reading, for the device at row `of` of a grid. */
function knownShare({ hours, came, minutes }: HourGrid, of: number, parameter: Parameter): number | null {
  if (of < 0) return 0
  const end = (of + 1) * hours
  const known = minutes[parameter]!.subarray(end - hours, end)
  // A parameter that the device does not measure is not missing.
  if (came[end - 1] === 1 && known.every((each) => each === 0)) return null
  return known.subarray(-DAY / HOUR).reduce((sum, each) => sum + each, 0) / DAY
}
