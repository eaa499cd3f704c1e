import { monthsWithin } from '@/domain/monitoring/by-month'
import type { Doubt, UntestedKind } from '@/domain/monitoring/doubts/doubt'
import { doubtsBesideNeighbours } from '@/domain/monitoring/doubts/find-doubts'
import { nearestTo } from '@/domain/monitoring/doubts/neighbours'
import { cutGrid, type HourGrid, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Minute } from '@/domain/monitoring/readings'
import type { DoubtRules } from '@/domain/monitoring/settings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { monitorPlace } from './monitors'

/** Least number of minutes compared: sensor drift shows only over weeks. */
export const MIN_COMPARED_MINUTES = 28 * 24 * 60

/** Doubts about a device, and the rules that could not be applied. */
export interface TestedDoubts {
  readonly doubts: readonly Doubt[]
  readonly untried: readonly UntestedKind[]
}

/**
 * Doubts about a device from comparison with its nearest neighbours, in [from, until); reads some weeks before
 * `until`.
 */
export async function doubtsBeside(
  opened: OpenedPackage,
  hours: MonitorHours,
  { drift, clock }: DoubtRules,
  device: string,
  { from, until }: { readonly from: Minute; readonly until: Minute },
): Promise<TestedDoubts> {
  const rules = [
    ...(drift ? [{ kind: 'drift' as const, rule: drift, parameters: drift.parameters }] : []),
    ...(clock ? [{ kind: 'clock' as const, rule: clock, parameters: [clock.parameter] }] : []),
  ]
  const known = hours.parameters
  const parameters = [...new Set(rules.flatMap((each) => each.parameters))].filter((each) => known.includes(each))
  const untriedOf = (near: number) =>
    rules
      .filter((each) => near < each.rule.leastNeighbours || !each.parameters.some((one) => known.includes(one)))
      .map(({ kind }) => kind)
  const positionOf = (code: string) => monitorPlace(opened, code)?.position ?? null
  if (untriedOf(Number.POSITIVE_INFINITY).length === rules.length || positionOf(device) === null)
    return { doubts: [], untried: rules.map(({ kind }) => kind) }
  const begin = Math.min(from, until - MIN_COMPARED_MINUTES)
  const grids: HourGrid[] = []
  for (const month of monthsWithin(begin, until)) grids.push(await hours.ofMonth(month, parameters))
  const about = cutGrid(grids, [...new Set(grids.flatMap(({ devices }) => devices))].sort(), begin, until, [])
  const came = about.devices.filter((_, at) =>
    about.came.subarray(at * about.hours, (at + 1) * about.hours).includes(1),
  )
  const most = Math.max(...rules.map(({ rule }) => rule.neighbours))
  const near = Array.from(nearestTo(came.indexOf(device), came.map(positionOf), most), (place) => came[place]!)
  return {
    doubts: doubtsBesideNeighbours(
      readingsOfGrid(cutGrid(grids, [device, ...near], begin, until, parameters)),
      positionOf,
      { ...(drift && { drift }), ...(clock && { clock }) },
      device,
    ).filter((doubt) => doubt.until > from && doubt.from < until),
    untried: untriedOf(near.length),
  }
}
