import { intervalBetween } from '@/domain/monitoring/interval'
import { counts, FLAGS, type Flag } from '@/domain/monitoring/parameter'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { DoubtRules } from '@/domain/monitoring/settings'
import { type DeviceRows, runsWhere } from './device-rows'
import type { DoubtWithKind } from './doubt'

/**
 * Periods without data between two readings of a device. If the period of the readings is known, also before the first
 * and after the last reading.
 */
export function outages(
  { minute }: Readings,
  { device, start, end, intervals }: DeviceRows,
  { leastMinutes }: NonNullable<DoubtRules['outage']>,
  time?: { readonly from: Minute; readonly until: Minute },
): readonly DoubtWithKind<'outage'>[] {
  const found: DoubtWithKind<'outage'>[] = []
  const look = (from: Minute, until: Minute) => {
    if (until - from >= leastMinutes)
      found.push({ kind: 'outage', device, parameter: null, from, until, figures: { minutes: until - from } })
  }
  if (time) look(time.from, minute[start]!)
  for (let row = start + 1; row < end; row++) look(minute[row - 1]! + intervalBetween(intervals, row), minute[row]!)
  if (time) look(minute[end - 1]! + intervals[end - 1]!, time.until)
  return found
}

/** The whole period as an outage, for devices without any data in it. */
export const silentDeviceOutages = (
  devices: readonly string[],
  { leastMinutes }: NonNullable<DoubtRules['outage']>,
  { from, until }: { readonly from: Minute; readonly until: Minute },
): readonly DoubtWithKind<'outage'>[] =>
  until - from < leastMinutes
    ? []
    : devices.map((device) => ({
        ...{ kind: 'outage', device, parameter: null, from, until },
        figures: { minutes: until - from },
      }))

/**
 * Periods in which the device flagged all its values as not counting, by flag. Over range is a separate kind of doubt.
 */
export function flaggedTimes(
  { minute, series }: Readings,
  rows: DeviceRows,
  { leastMinutes }: NonNullable<DoubtRules['flagged']>,
): readonly DoubtWithKind<'flagged'>[] {
  const all = Object.values(series)
  const flagOf = (row: number) => all[0]?.flags[row] ?? 0
  const isOff = (flag: Flag) => !counts(flag) && flag !== 'T'
  const isFlagged = (row: number) => all.length > 0 && all.every(({ flags }) => isOff(FLAGS[flags[row]!]!))
  return runsWhere(minute, rows, isFlagged, (row, before) => flagOf(row) === flagOf(before))
    .filter(({ from, until }) => until - from >= leastMinutes)
    .map(({ start, from, until }) => ({
      kind: 'flagged',
      device: rows.device,
      parameter: null,
      from,
      until,
      figures: { minutes: until - from, flag: FLAGS[flagOf(start)]! },
    }))
}
