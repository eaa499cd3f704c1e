import { monthsWithin } from '@/domain/monitoring/by-month'
import type { Doubt, UntestedKind } from '@/domain/monitoring/doubts/doubt'
import { doubtsBesideNeighbours } from '@/domain/monitoring/doubts/find-doubts'
import { nearestTo } from '@/domain/monitoring/doubts/neighbours'
import { cutGrid, type HourGrid, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { monitorPlace } from './monitors'

/** Least number of minutes compared: sensor drift shows only over weeks. */
const MIN_COMPARED_MINUTES = 28 * 24 * 60

/** Doubts about devices, and by device the rules that could not be applied. */
interface DoubtsBeside {
  readonly doubts: readonly Doubt[]
  readonly untried: ReadonlyMap<string, readonly UntestedKind[]>
}

/**
 * Doubts about some devices from comparison of each with its nearest neighbours, in [from, until); reads some weeks
 * before `until`.
 */
export async function doubtsBeside(
  opened: OpenedPackage,
  hours: MonitorHours,
  devices: readonly string[],
  { from, until }: { readonly from: Minute; readonly until: Minute },
): Promise<DoubtsBeside> {
  const { drift, clock } = opened.pack.monitoring?.doubts ?? {}
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
  const compared = devices.filter((each) => positionOf(each) !== null)
  if (untriedOf(Number.POSITIVE_INFINITY).length === rules.length || compared.length === 0)
    return { doubts: [], untried: new Map(devices.map((each) => [each, untriedOf(0)])) }
  const begin = Math.min(from, until - MIN_COMPARED_MINUTES)
  const grids: HourGrid[] = []
  for (const month of monthsWithin(begin, until)) grids.push(await hours.ofMonth(month, parameters))
  const about = cutGrid(grids, [...new Set(grids.flatMap((each) => each.devices))].sort(), begin, until, [])
  const came = about.devices.filter((_, at) =>
    about.came.subarray(at * about.hours, (at + 1) * about.hours).includes(1),
  )
  const most = Math.max(...rules.map(({ rule }) => rule.neighbours))
  const [placeOf, positions] = [new Map(came.map((code, place) => [code, place])), came.map(positionOf)]
  // A device without data in that time is compared with nothing, and must not take the place of another's neighbour.
  const near = new Map(
    compared.flatMap((code) => {
      const place = placeOf.get(code)
      if (place === undefined) return []
      return [[code, Array.from(nearestTo(place, positions, most), (each) => came[each]!)] as const]
    }),
  )
  const asked = [...new Set([...near].flatMap(([code, nearest]) => [code, ...nearest]))]
  return {
    doubts: doubtsBesideNeighbours(
      readingsOfGrid(cutGrid(grids, asked, begin, until, parameters)),
      positionOf,
      { ...(drift && { drift }), ...(clock && { clock }) },
      new Set(near.keys()),
    ).filter((doubt) => doubt.until > from && doubt.from < until),
    untried: new Map(devices.map((each) => [each, untriedOf(near.get(each)?.length ?? 0)])),
  }
}
