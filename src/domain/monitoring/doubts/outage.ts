import { intervalBetween } from '@/domain/monitoring/interval'
import { counts, FLAGS, type Parameter } from '@/domain/monitoring/parameter'
import { hasData, type Minute, type Readings, type Series } from '@/domain/monitoring/readings'
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

const isOff = (flag: number): boolean => !counts(FLAGS[flag]!) && FLAGS[flag] !== 'T'

/**
 * Periods in which the device flagged its values as not counting, by flag, whatever the flag says: also those of
 * maintenance and calibration. If all parameters with data are flagged, the doubt is about the device; else it is about
 * each flagged parameter, since many devices flag only dust. Over range is a separate kind of doubt.
 */
export function flaggedTimes(
  { minute, series }: Readings,
  rows: DeviceRows,
  { leastMinutes }: NonNullable<DoubtRules['flagged']>,
): readonly DoubtWithKind<'flagged'>[] {
  const all = Object.entries(series) as [Parameter, Series][]
  /** The flag of each row whose data is all flagged; 0 for other rows. */
  const ofAll = new Uint8Array(rows.end - rows.start)
  for (let row = rows.start; row < rows.end; row++) {
    // What a device measures at other times only is not missing among the flagged.
    const own = all.filter(([, of]) => hasData(of, row))
    if (own.length > 0 && own.every(([, { flags }]) => isOff(flags[row]!)))
      ofAll[row - rows.start] = own[0]![1].flags[row]!
  }
  const runsOf = (parameter: Parameter | null, flagOf: (row: number) => number) =>
    runsWhere(
      minute,
      rows,
      (row) => flagOf(row) > 0,
      (row, before) => flagOf(row) === flagOf(before),
    )
      .filter(({ from, until }) => until - from >= leastMinutes)
      .map(({ start, from, until }) => ({
        kind: 'flagged' as const,
        device: rows.device,
        parameter,
        from,
        until,
        figures: { minutes: until - from, flag: FLAGS[flagOf(start)]! },
      }))
  const ofDevice = (row: number) => ofAll[row - rows.start]!
  const ofOne = (flags: Uint8Array) => (row: number) => (ofDevice(row) === 0 && isOff(flags[row]!) ? flags[row]! : 0)
  return [...runsOf(null, ofDevice), ...all.flatMap(([parameter, { flags }]) => runsOf(parameter, ofOne(flags)))]
}
