import {
  countedHours,
  type DoubtedHours,
  type DoubtVerdicts,
  standingOfHours,
} from '@/domain/monitoring/doubts/verdict'
import { readingsOfGrid, rowOfGrid } from '@/domain/monitoring/hour-grid'
import { type PollutionRose, pollutionRose } from '@/domain/monitoring/pollution-rose'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { doubtsOfMonitor } from './monitor-doubts'
import { type MonitorSeriesRequest, spanOf } from './monitor-series'

/** A device's hours of [from, until) by the wind that the device itself measured. */
export interface MonitorRose {
  readonly from: Minute
  readonly until: Minute
  readonly rose: PollutionRose
  /** Doubted hours among those with a mean: hours found wrong are not in the rose, undecided ones are. */
  readonly doubted: DoubtedHours
}

/** A device's pollution rose by its own wind over the requested days; null if the package has no rule for it. */
export async function monitorRose(
  opened: OpenedPackage,
  hours: MonitorHours,
  asked: MonitorSeriesRequest,
  verdicts: DoubtVerdicts,
  now: Minute,
): Promise<MonitorRose | null> {
  const rule = opened.pack.monitoring?.rose
  if (!rule) return null
  const { device, parameter } = asked
  const time = spanOf(await hours.reported(), asked, now)
  const { from, until } = time
  const used = [parameter, 'wind-speed', 'wind-direction'] as const
  const wanted = [...new Set([...used, ...hours.parameters])]
  const grid = await hours.read(from, until, wanted, { devices: [device], minutes: true })
  const [values, speeds, directions] = used.map((each) => rowOfGrid(grid, device, each))
  const { doubts } = await doubtsOfMonitor(opened, hours, device, readingsOfGrid(grid, device), time)
  const standing = standingOfHours(doubts, verdicts, { device, parameters: used, from, hours: grid.hours })
  const { counted, doubted } = countedHours(values!, standing)
  return {
    from,
    until,
    doubted,
    rose: pollutionRose(parameter, { values: counted, speeds: speeds!, directions: directions! }, rule),
  }
}
