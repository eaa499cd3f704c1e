import { type IsoDay, parseDay } from '@/domain/calendar'
import type { HourGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Problem } from '@/domain/problem'
import type { MonitorHours, Reported } from '@/io/readings/monitor-hours'
import { lastCommonHour } from './monitor-hour'
import { type DrawnLimit, drawnLimits } from './monitor-limits'
import { type MonitorPlace, monitorPlace } from './monitors'
import type { OpenedPackage } from './opened-package'

const HOUR = 60
const DAY = 24 * HOUR
/** Days that a line of the list draws. */
export const DRAWN_DAYS = 3

/** A device as the list has it. Values are in the unit of the parameter. */
export interface MonitorLine {
  readonly device: string
  readonly place: MonitorPlace | null
  /** What the file called it from which its readings were imported; null where that was its code, or is of a package. */
  readonly called: string | null
  /** Whether readings of it were imported in this browser. */
  readonly isKept: boolean
  /** Begin of the last hour of which something came; null where that lies before the days that are drawn, nobody knows when. */
  readonly last: Minute | null
  /** Of the list's last hour; null where it has none. */
  readonly value: number | null
  readonly isOnline: boolean
  /** Of how much of the last 24 hours valid readings of the parameter are known, 0…1; null where the device is there without it. */
  readonly share: number | null
  /** The lowest limit that holds for its hourly means; null where none does. */
  readonly limit: DrawnLimit | null
  /** Of the last days by hour, oldest first. */
  readonly course: readonly (number | null)[]
}

export interface MonitorList {
  readonly parameters: readonly Parameter[]
  /** Begin of the last hour that devices reported up to the day, more than a few of them; null where none did. */
  readonly hour: Minute | null
  /** Begin of the last hour that any device reported after the day; null where none did. */
  readonly later: Minute | null
  /** Files of hours that can't be read: the list is without what they hold. */
  readonly problems: readonly Problem[]
  /** By their codes. */
  readonly devices: readonly MonitorLine[]
}

/** The time that the list draws, [from, until), where devices had reported by the end of a day; and the codes of those that had. */
export function listedTime(
  all: ReadonlyMap<string, Reported>,
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
  return { from: until - DRAWN_DAYS * DAY, until, codes }
}

/** All monitors of a package as they stood at the end of a day, or on the day of `now` at that time. */
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
  if (until === null) return { parameters, hour: null, later, problems: hours.problems, devices: [] }
  const grid = await hours.read(from, until, [parameter], { minutes: true })
  const values = grid.values[parameter]!
  const outside = (device: string, from: Minute) => {
    const { last } = all.get(device)!
    return last < from || last >= until ? last : null
  }
  const devices = codes.map((device): MonitorLine => {
    const of = grid.devices.indexOf(device)
    const [begin, stop] = [of * grid.hours, (of + 1) * grid.hours]
    const course = of < 0 ? [] : Array.from(values.subarray(begin, stop), (each) => (Number.isNaN(each) ? null : each))
    const lastCell = of < 0 ? -1 : grid.came.subarray(begin, stop).lastIndexOf(1)
    return {
      device,
      place: monitorPlace(opened, device),
      called: all.get(device)!.name ?? null,
      isKept: all.get(device)!.isKept,
      last: lastCell >= 0 ? grid.from + lastCell * HOUR : outside(device, grid.from),
      value: course.at(-1) ?? null,
      isOnline: lastCell === grid.hours - 1,
      share: knownShare(grid, of, parameter),
      limit: lowestOf(drawnLimits(opened, device, parameter, HOUR)),
      course,
    }
  })
  return { parameters, hour: until - HOUR, later, problems: hours.problems, devices }
}

const lowestOf = (limits: readonly DrawnLimit[]): DrawnLimit | null =>
  [...limits].sort((a, b) => a.value - b.value)[0] ?? null

/** The share of the last day's minutes of which the device at a place of a grid has a valid reading. */
function knownShare({ hours, came, minutes }: HourGrid, of: number, parameter: Parameter): number | null {
  if (of < 0) return 0
  const end = (of + 1) * hours
  const known = minutes[parameter]!.subarray(end - hours, end)
  // What it does not measure is not lacking.
  if (came[end - 1] === 1 && known.every((each) => each === 0)) return null
  return known.subarray(-DAY / HOUR).reduce((sum, each) => sum + each, 0) / DAY
}
