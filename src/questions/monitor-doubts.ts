import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { doubtsBeside, type Tried } from './monitor-neighbours'
import type { OpenedPackage } from './opened-package'

/**
 * All that is to be doubted of a device in a time [from, until), by its own hours, which have to have all that it measured, and beside
 * those nearest to it. From `since` on it should have reported.
 */
export async function doubtsOfMonitor(
  opened: OpenedPackage,
  hours: MonitorHours,
  device: string,
  own: Readings,
  { from, until, since }: { readonly from: Minute; readonly until: Minute; readonly since: Minute },
): Promise<Tried> {
  const rules = opened.pack.monitoring?.doubts ?? {}
  const alone = doubtsOfDevices(own, rules, { from: since, until, devices: [device] })
  const beside = await doubtsBeside(opened, hours, rules, device, { from, until })
  return { ...beside, doubts: [...alone, ...beside.doubts] }
}

/** Those that are about figures of these parameters, or about all that the device says. */
export const doubtsAbout = (doubts: readonly Doubt[], parameters: readonly string[]): readonly Doubt[] =>
  doubts.filter(({ parameter }) => parameter === null || parameters.includes(parameter))
