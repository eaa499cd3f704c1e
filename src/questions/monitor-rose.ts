import { rowOfGrid } from '@/domain/monitoring/hour-grid'
import { type PollutionRose, pollutionRose } from '@/domain/monitoring/pollution-rose'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { type AskedSeries, spanOf } from './monitor-series'
import type { OpenedPackage } from './opened-package'

/** A device's hours of [from, until) by the wind that the device itself measured. */
export interface MonitorRose {
  readonly from: Minute
  readonly until: Minute
  readonly rose: PollutionRose
}

/** What a device measured by its own wind, over the days that are asked for; null where the package does not say how hours are put together by their wind. */
export async function monitorRose(
  opened: OpenedPackage,
  hours: MonitorHours,
  asked: AskedSeries,
  now: Minute,
): Promise<MonitorRose | null> {
  const rule = opened.pack.monitoring?.rose
  if (!rule) return null
  const { device, parameter } = asked
  const { from, until } = spanOf(await hours.reported(), asked, now)
  const grid = await hours.read(from, until, [parameter, 'wind-speed', 'wind-direction'], { devices: [device] })
  const [values, speeds, directions] = ([parameter, 'wind-speed', 'wind-direction'] as const).map((each) =>
    rowOfGrid(grid, device, each),
  )
  return {
    from,
    until,
    rose: pollutionRose(parameter, { values: values!, speeds: speeds!, directions: directions! }, rule),
  }
}
