import type { Doubt, UntestedKind } from '@/domain/monitoring/doubts/doubt'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { doubtsBeside } from './monitor-neighbours'

/** Doubts about a device, and the rules that could not be applied. */
interface TestedDoubts {
  readonly doubts: readonly Doubt[]
  readonly untried: readonly UntestedKind[]
}

/**
 * All doubts about a device in a time [from, until): from its own hours (`own` must hold all parameters that it
 * measures), and from comparison with its nearest neighbours. From `since` on it should have reported.
 */
export async function doubtsOfMonitor(
  opened: OpenedPackage,
  hours: MonitorHours,
  device: string,
  own: Readings,
  { from, until, since }: { readonly from: Minute; readonly until: Minute; readonly since: Minute },
): Promise<TestedDoubts> {
  const rules = opened.pack.monitoring?.doubts ?? {}
  const alone = doubtsOfDevices(own, rules, { from: since, until, devices: [device] })
  const beside = await doubtsBeside(opened, hours, [device], { from, until })
  return { doubts: [...alone, ...beside.doubts], untried: beside.untried.get(device) ?? [] }
}

/**
 * The same for all devices; `all` must hold every parameter in [from, until). Hours that a device did not send at all
 * are not doubted here.
 */
export async function doubtsOfAllMonitors(
  opened: OpenedPackage,
  hours: MonitorHours,
  all: Readings,
  { from, until }: { readonly from: Minute; readonly until: Minute },
): Promise<readonly Doubt[]> {
  const beside = await doubtsBeside(opened, hours, all.devices, { from, until })
  return [...doubtsOfDevices(all, opened.pack.monitoring?.doubts ?? {}), ...beside.doubts]
}

/** Doubts about one of these parameters, or about the device as a whole. */
export const doubtsAbout = (doubts: readonly Doubt[], parameters: readonly string[]): readonly Doubt[] =>
  doubts.filter(({ parameter }) => parameter === null || parameters.includes(parameter))
