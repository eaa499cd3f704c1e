import type { Position } from '@/domain/geodesy/position'
import type { Means } from '@/domain/monitoring/background'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { DoubtRules } from '@/domain/monitoring/settings'
import { wrongClocks } from './clock'
import { type DeviceRows, deviceRows } from './device-rows'
import type { Doubt } from './doubt'
import { drifts } from './drift'
import { nearestTo } from './neighbours'
import { flaggedTimes, outages, silentDeviceOutages } from './outage'
import { spikes } from './spikes'
import { implausibleTimes, overRangeTimes, stuckTimes, wrongOrders } from './values'

/**
 * The doubts that arise from each device's own readings, which must be in order. `time`: the period of the readings,
 * and the devices that should have reported in it.
 */
export function doubtsOfDevices(
  readings: Readings,
  rules: DoubtRules,
  time?: { readonly from: Minute; readonly until: Minute; readonly devices?: readonly string[] },
): readonly Doubt[] {
  const look = (rows: DeviceRows): readonly Doubt[] => [
    ...(rules.outage ? outages(readings, rows, rules.outage, time) : []),
    ...(rules.flagged ? flaggedTimes(readings, rows, rules.flagged) : []),
    ...(rules.stuck ? stuckTimes(readings, rows, rules.stuck) : []),
    ...(rules.implausible ? implausibleTimes(readings, rows, rules.implausible) : []),
    ...(rules.order ? wrongOrders(readings, rows, rules.order) : []),
    ...(rules.spike ? spikes(readings, rows, rules.spike) : []),
    ...(rules.overRange ? overRangeTimes(readings, rows, rules.overRange) : []),
  ]
  const all = deviceRows(readings)
  const silent = time?.devices?.filter((each) => !all.some(({ device }) => device === each)) ?? []
  return [...all.flatMap(look), ...(rules.outage && time ? silentDeviceOutages(silent, rules.outage, time) : [])]
}

/**
 * The doubts that arise from comparison with neighbours, from hourly data of some weeks at least. With `of`, only
 * doubts of these devices; then only the hours of them and their neighbours are needed.
 */
export function doubtsBesideNeighbours(
  hours: Means,
  positionOf: (device: string) => Position | null,
  { drift, clock }: DoubtRules,
  of?: ReadonlySet<string>,
): readonly Doubt[] {
  const most = Math.max(drift?.neighbours ?? 0, clock?.neighbours ?? 0)
  const positions = hours.devices.map(positionOf)
  const neighbours = hours.devices.map((device, at) =>
    of === undefined || of.has(device) ? nearestTo(at, positions, most) : new Uint32Array(),
  )
  return [...(drift ? drifts(hours, neighbours, drift) : []), ...(clock ? wrongClocks(hours, neighbours, clock) : [])]
}
