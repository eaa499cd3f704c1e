import type { IsoDay } from '@/domain/calendar'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Limit } from '@/domain/monitoring/settings'
import type { Problem } from '@/domain/problem'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { runsWithin } from './exceedances-within'
import { daysUpTo } from './monitor-hour'
import { listedTime } from './monitor-list'
import { type MonitorPlace, monitorPlace } from './monitors'

/** Consecutive hours of a device above a limit; amounts are in the parameter's unit. */
export interface ListedExceedance {
  readonly device: string
  readonly place: MonitorPlace | null
  readonly parameter: Parameter
  readonly limit: Limit
  readonly from: Minute
  readonly until: Minute
  readonly hours: number
  /** The highest measured mean. */
  readonly value: number
  /** The highest value compared with the limit, which may be of another hour; null if an unknown background would have to be subtracted. */
  readonly compared: number | null
  readonly allowedUpTo: number
  /** Share of the time since its first reading for which a mean of the parameter is known, 0…1. */
  readonly share: number
  /** Doubts about its hours, whatever persons decided on them. */
  readonly doubts: readonly Doubt[]
  readonly isIllustrative: boolean
}

/** Exceedances of all devices in a time [from, until). */
export interface ExceedanceList {
  readonly from: Minute
  readonly until: Minute
  /** Latest first, as on a device's own screen; of the same hour the highest share of the limit first. */
  readonly rows: readonly ListedExceedance[]
  /** Files that could not be read; their hours are missing from the list. */
  readonly problems: readonly Problem[]
}

/**
 * Exceedances of hourly limits in the last `days` calendar days up to the last hour of the monitor list; null if no device had
 * reported. Hours that persons found wrong are in it, but not in the background of other devices.
 */
export async function exceedanceList(
  opened: OpenedPackage,
  hours: MonitorHours,
  asOf: IsoDay,
  days: number,
  verdicts: DoubtVerdicts,
  now: Minute,
): Promise<ExceedanceList | null> {
  const { until } = listedTime(await hours.reported(), asOf, now)
  if (until === null) return null
  const from = daysUpTo(until, days)
  const found = await runsWithin(opened, hours, { from, until }, verdicts)
  const rows = found.map(({ device, run, share, doubts, isIllustrative }): ListedExceedance => {
    const { limit, value, allowedUpTo } = run.highest
    const compared = limit.background && run.decisive.background === null ? null : run.decisive.compared
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
  const shareOfLimit = ({ compared, value, allowedUpTo }: ListedExceedance) => (compared ?? value) / allowedUpTo
  rows.sort((a, b) => b.from - a.from || shareOfLimit(b) - shareOfLimit(a) || (a.device < b.device ? -1 : 1))
  return { from, until, rows, problems: hours.problems }
}
