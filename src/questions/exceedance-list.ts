import type { IsoDay } from '@/domain/calendar'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Limit } from '@/domain/monitoring/settings'
import type { Problem } from '@/domain/problem'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { runsWithin } from './exceedances-within'
import { listedTime } from './monitor-list'
import { type MonitorPlace, monitorPlace } from './monitors'
import type { OpenedPackage } from './opened-package'

/** Hours of a device that follow on one another above a limit; amounts are in the unit of the parameter. */
export interface ListedExceedance {
  readonly device: string
  readonly place: MonitorPlace | null
  readonly parameter: Parameter
  readonly limit: Limit
  readonly from: Minute
  readonly until: Minute
  readonly hours: number
  readonly value: number
  /** What was compared of it; null where a background was to be taken off that nobody knows. */
  readonly compared: number | null
  readonly allowedUpTo: number
  /** Of how much of the time a mean of the parameter is known, 0…1. */
  readonly share: number
  /** Of its hours, whatever persons decided on them. */
  readonly doubts: readonly Doubt[]
  readonly isIllustrative: boolean
}

/** What all devices measured above limits in a time [from, until). */
export interface ExceedanceList {
  readonly from: Minute
  readonly until: Minute
  /** By device and time. */
  readonly rows: readonly ListedExceedance[]
  /** Files that could not be read: the list is without what they hold. */
  readonly problems: readonly Problem[]
}

/** All that lies above limits of hourly means in the last days up to the last hour of the list; null where no device had reported. */
export async function exceedanceList(
  opened: OpenedPackage,
  hours: MonitorHours,
  asOf: IsoDay,
  days: number,
  now: Minute,
): Promise<ExceedanceList | null> {
  const { until } = listedTime(await hours.reported(), asOf, now)
  if (until === null) return null
  const from = until - days * MINUTES_PER_DAY
  const found = await runsWithin(opened, hours, { from, until })
  const rows = found.map(({ device, run, share, doubts, isIllustrative }): ListedExceedance => {
    const { limit, value, background, allowedUpTo } = run.highest
    const compared = limit.background && background === null ? null : run.highest.compared
    return {
      ...{
        device,
        place: monitorPlace(opened, device),
        parameter: limit.parameter,
        limit,
        from: run.from,
        until: run.until,
      },
      ...{ hours: run.count, value, compared, allowedUpTo, share, doubts, isIllustrative },
    }
  })
  rows.sort((one, other) => (one.device === other.device ? one.from - other.from : one.device < other.device ? -1 : 1))
  return { from, until, rows, problems: hours.problems }
}
