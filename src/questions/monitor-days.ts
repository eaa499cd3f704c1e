import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { type DayMean, dayMeans } from '@/domain/monitoring/days'
import {
  countedHours,
  type DoubtedHours,
  type DoubtVerdicts,
  standingOfHours,
} from '@/domain/monitoring/doubts/verdict'
import { exceedances, judgedParameters } from '@/domain/monitoring/exceedances'
import { readingsOfGrid, rowOfGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin, localDay, MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { doubtsAbout, doubtsOfMonitor } from './monitor-doubts'
import { type DrawnLimit, drawnLimits, judgedBy } from './monitor-limits'
import type { OpenedPackage } from './opened-package'

const HOUR = 60

/** A day of a device. */
export interface MonitorDay extends DayMean {
  /** Whether it has as many hours as the package requires of a day; true if the package requires none. */
  readonly counts: boolean
  /** Whether it counts and its mean is above a daily limit. */
  readonly above: boolean
  /** Hours above an hourly limit, including those that a person found wrong. */
  readonly over: number
  /** Doubted hours: those found wrong are left out of the mean, undecided ones are in it. */
  readonly doubted: DoubtedHours
}

/** The days of one device in one year, up to the as-of date. */
export interface MonitorDays {
  /** Years in which the device reported up to the as-of date, latest first; empty if it had not reported by then. */
  readonly years: readonly number[]
  readonly year: number
  /** Days with a mean, in order. */
  readonly days: readonly MonitorDay[]
  /** Doubted hours of the whole year: a day may have only hours found wrong, and then is not among `days`. */
  readonly doubted: DoubtedHours
  /** Limits for daily means, without those that subtract a background: these apply to hours only. */
  readonly dayLimits: readonly DrawnLimit[]
  /** Limits for its hours. */
  readonly hourLimits: readonly DrawnLimit[]
}

export interface AskedDays {
  readonly device: string
  readonly parameter: Parameter
  readonly asOf: IsoDay
  /** Null: the last year in which the device reported. */
  readonly year: number | null
}

const yearOf = (minute: Minute) => Number(formatDay(localDay(minute)).slice(0, 4))

/**
 * A device's days: means without the hours that a person found wrong, number of known hours, and number of hours
 * above a limit.
 */
export async function monitorDays(
  opened: OpenedPackage,
  hours: MonitorHours,
  { device, parameter, asOf, year: asked }: AskedDays,
  verdicts: DoubtVerdicts,
): Promise<MonitorDays> {
  const end = dayBegin(parseDay(asOf) + 1)
  const reported = (await hours.reported()).get(device)
  const hourLimits = drawnLimits(opened, device, parameter, HOUR)
  const dayLimits = drawnLimits(opened, device, parameter, MINUTES_PER_DAY).filter(({ limit }) => !limit.background)
  const known = reported && reported.first < end
  const last = known ? yearOf(Math.min(reported.last, end - 1)) : Number(asOf.slice(0, 4))
  const first = known ? yearOf(reported.first) : last + 1
  const years = Array.from({ length: last - first + 1 }, (_, back) => last - back)
  const year = asked !== null && years.includes(asked) ? asked : last
  const from = dayBegin(parseDay(`${year}-01-01`))
  const until = Math.min(end, dayBegin(parseDay(`${year + 1}-01-01`)))
  const limits = hourLimits.map(({ limit }) => limit)
  const wanted = [...new Set([parameter, ...judgedParameters(limits), ...hours.parameters])]
  const grid = await hours.read(from, until, wanted, { devices: [device], minutes: true })
  const since = Math.min(Math.max(from, reported?.first ?? from), until)
  const { doubts } = await doubtsOfMonitor(opened, hours, device, readingsOfGrid(grid, device), { from, until, since })
  const standing = standingOfHours(doubtsAbout(doubts, [parameter]), verdicts, from, grid.hours)
  const values = rowOfGrid(grid, device, parameter)
  const { counted, doubted } = countedHours(values, standing)
  const overOf = new Map<number, Set<Minute>>()
  // An hour above two limits counts once.
  for (const each of exceedances(readingsOfGrid(grid), HOUR, await judgedBy(opened, hours, { from, until }, limits))) {
    if (!each.isOver) continue
    const day = localDay(each.from)
    overOf.set(day, (overOf.get(day) ?? new Set<Minute>()).add(each.from))
  }
  const least = opened.pack.monitoring?.day.leastHours ?? 0
  const lowest = Math.min(...dayLimits.map(({ value }) => value))
  const days = dayMeans(parameter, from, counted).map((each): MonitorDay => {
    const counts = each.hours >= least
    const [first, next] = [each.day, each.day + 1].map((day) => (dayBegin(day) - from) / HOUR)
    return {
      ...each,
      counts,
      above: counts && each.mean > lowest,
      over: overOf.get(each.day)?.size ?? 0,
      doubted: countedHours(values.subarray(first, next), standing.subarray(first, next)).doubted,
    }
  })
  return { years, year, days, doubted, dayLimits, hourLimits }
}
