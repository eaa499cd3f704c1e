import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { doubtsBesideNeighbours, doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { doubtsBeside, LEAST_BESIDE, type Tried } from './monitor-neighbours'
import { monitorPlace } from './monitors'
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

/** The same of all devices; of `all` they have to have every parameter of a time [from, until). What a device did not send at all is left out. */
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
  const weeks = await hours.read(Math.min(from, until - LEAST_BESIDE), until, parameters)
  const positionOf = (device: string) => monitorPlace(opened, device)?.position ?? null
  const beside = doubtsBesideNeighbours(readingsOfGrid(weeks), positionOf, {
    ...(drift && { drift }),
    ...(clock && { clock }),
  })
  return [...alone, ...beside.filter((doubt) => doubt.until > from && doubt.from < until)]
}

/** Those that are about figures of these parameters, or about all that the device says. */
export const doubtsAbout = (doubts: readonly Doubt[], parameters: readonly string[]): readonly Doubt[] =>
  doubts.filter(({ parameter }) => parameter === null || parameters.includes(parameter))
