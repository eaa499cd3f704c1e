import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { type DayMean, dayMeans } from '@/domain/monitoring/days'
import {
  countedHours,
  type DoubtedHours,
  type DoubtVerdicts,
  standingOfHours,
  WRONG,
} from '@/domain/monitoring/doubts/verdict'
import { exceedances, judgedParameters } from '@/domain/monitoring/exceedances'
import { readingsOfGrid, rowOfGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin, localDay, MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import { isAbove } from '@/domain/monitoring/rounding'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { doubtsOfMonitor } from './monitor-doubts'
import { type ApplicableLimit, applicableLimits, limitContext } from './monitor-limits'

const HOUR = 60

/** A day of a device with readings. */
export interface MonitorDay extends Omit<DayMean, 'mean'> {
  /** In the unit of the parameter, without the hours that a person found wrong; null if that is all of them. */
  readonly mean: number | null
  /** Whether it has a mean and as many hours as the package requires of a day. */
  readonly counts: boolean
  /** Whether it counts and its mean is above a daily limit. */
  readonly above: boolean
  /** Hours above an hourly limit, without those that a person found wrong. */
  readonly over: number
  /** Doubted hours: those found wrong are left out of the mean, undecided ones are in it. */
  readonly doubted: DoubtedHours
}

/** The days of one device in one year, up to the as-of date. */
export interface MonitorDays {
  /** Years in which the device reported up to the as-of date, latest first; empty if it had not reported by then. */
  readonly years: readonly number[]
  readonly year: number
  /** Days with readings, in order. */
  readonly days: readonly MonitorDay[]
  /** Doubted hours of all days. */
  readonly doubted: DoubtedHours
  /** Limits for daily means, without those that subtract a background: these apply to hours only. */
  readonly dayLimits: readonly ApplicableLimit[]
  /** Limits for its hours. */
  readonly hourLimits: readonly ApplicableLimit[]
}

export interface MonitorDaysRequest {
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
  { device, parameter, asOf, year: asked }: MonitorDaysRequest,
  verdicts: DoubtVerdicts,
): Promise<MonitorDays> {
  const end = dayBegin(parseDay(asOf) + 1)
  const reported = (await hours.reported()).get(device)
  const hourLimits = applicableLimits(opened, device, parameter, HOUR)
  const dayLimits = applicableLimits(opened, device, parameter, MINUTES_PER_DAY).filter(
    ({ limit }) => !limit.background,
  )
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
  const standing = standingOfHours(doubts, verdicts, { device, parameters: [parameter], from, hours: grid.hours })
  const values = rowOfGrid(grid, device, parameter)
  const { counted, doubted } = countedHours(values, standing)
  const overOf = new Map<number, Set<Minute>>()
  // An hour above two limits counts once.
  for (const each of exceedances(
    readingsOfGrid(grid),
    HOUR,
    await limitContext(opened, hours, { from, until }, limits, verdicts),
  )) {
    if (!each.isOver || standing[(each.from - from) / HOUR] === WRONG) continue
    const day = localDay(each.from)
    overOf.set(day, (overOf.get(day) ?? new Set<Minute>()).add(each.from))
  }
  const least = opened.pack.monitoring?.day.leastHours ?? 0
  const lowest = Math.min(...dayLimits.map(({ value }) => value))
  const means = new Map(dayMeans(parameter, from, counted).map((each) => [each.day, each]))
  const days = dayMeans(parameter, from, values).map(({ day }): MonitorDay => {
    const { hours: valid, mean } = means.get(day) ?? { hours: 0, mean: null }
    const counts = mean !== null && valid >= least
    const [first, next] = [day, day + 1].map((each) => (dayBegin(each) - from) / HOUR)
    return {
      ...{ day, hours: valid, mean, counts },
      above: counts && isAbove(mean, lowest),
      over: overOf.get(day)?.size ?? 0,
      doubted: countedHours(values.subarray(first, next), standing.subarray(first, next)).doubted,
    }
  })
  return { years, year, days, doubted, dayLimits, hourLimits }
}
