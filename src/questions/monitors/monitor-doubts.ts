import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { doubtsBesideNeighbours, doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { doubtsBeside, MIN_COMPARED_MINUTES, type TestedDoubts } from './monitor-neighbours'
import { monitorPlace } from './monitors'

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
  const beside = await doubtsBeside(opened, hours, rules, device, { from, until })
  return { ...beside, doubts: [...alone, ...beside.doubts] }
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
  const rules = opened.pack.monitoring?.doubts ?? {}
  const { drift, clock } = rules
  const asked = [...(drift?.parameters ?? []), ...(clock ? [clock.parameter] : [])]
  const parameters = [...new Set(asked)].filter((each) => hours.parameters.includes(each))
  const alone = doubtsOfDevices(all, rules)
  if (parameters.length === 0) return alone
  const weeks = await hours.read(Math.min(from, until - MIN_COMPARED_MINUTES), until, parameters)
  const positionOf = (device: string) => monitorPlace(opened, device)?.position ?? null
  const beside = doubtsBesideNeighbours(readingsOfGrid(weeks), positionOf, {
    ...(drift && { drift }),
    ...(clock && { clock }),
  })
  return [...alone, ...beside.filter((doubt) => doubt.until > from && doubt.from < until)]
}

/** Doubts about one of these parameters, or about the device as a whole. */
export const doubtsAbout = (doubts: readonly Doubt[], parameters: readonly string[]): readonly Doubt[] =>
  doubts.filter(({ parameter }) => parameter === null || parameters.includes(parameter))
