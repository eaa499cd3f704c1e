import { type HourSeries, type Hours, joinHours } from './hour-means'
import type { Stamp } from './interval'
import { averagingOf } from './mean'
import { counts, FLAGS, type Parameter } from './parameter'
import { hasData, type Minute, pickReadings, type Readings, type Series } from './readings'
import { NO_GROUP, type RowGroups, rowGroups } from './row-groups'
import { type Periods, type RowRange, uncovered } from './uncovered'
import { intervalsOfReadings, intervalsOfValues } from './value-intervals'

const HOUR = 60

/** How readings make hourly means: a setting of the package, with its source. */
export interface HourRule {
  /** Whether a reading's time is the start of its interval, as in HJ 212, or the end. */
  readonly stamp: Stamp
  /** The minimum number of minutes with valid readings for an hourly mean. */
  readonly leastMinutes: number
}

/** Hourly means; readings must be in order. Readings whose flag excludes them do not count. */
export const hourly = (readings: Readings, rule: HourRule): Hours => meansOver(readings, rule, HOUR)

/**
 * Means over periods of `averaging` minutes, which must divide an hour, in the same shape as hourly means. A period
 * needs the same share of valid minutes as an hour does. Each value counts by the interval of its parameter, unless
 * shorter ones cover some of its time ({@link uncovered}).
 */
export function meansOver(readings: Readings, rule: HourRule, averaging: number): Hours {
  const ofRows = intervalsOfReadings(readings, rule.stamp)
  const all = Object.entries(readings.series) as [Parameter, Series][]
  const series: Partial<Record<Parameter, Series>> = {}
  const apart: Hours[] = []
  for (const [parameter, own] of all) {
    const intervals = intervalsOfValues(readings, own, ofRows, rule.stamp)
    if (intervals === ofRows) {
      series[parameter] = own
      continue
    }
    const rows = Uint32Array.from(intervals.keys()).filter((row) => hasData(own, row))
    const picked = pickReadings({ ...readings, series: { [parameter]: own } }, rows)
    apart.push(
      meansBy(
        picked,
        Uint8Array.from(rows, (row) => intervals[row]!),
        rule,
        averaging,
      ),
    )
  }
  return apart.reduce(joinHours, meansBy({ ...readings, series }, ofRows, rule, averaging))
}

/** Means of readings whose rows stand for these intervals. */
function meansBy(
  readings: Readings,
  intervals: Uint8Array,
  { stamp, leastMinutes }: HourRule,
  averaging: number,
): Hours {
  const { devices, device, minute, series } = readings
  /** The start of the period of each row. */
  const begins = new Int32Array(minute.length).fill(NO_GROUP)
  const isRegular = new Uint8Array(devices.length)
  for (let row = 0; row < minute.length; row++) {
    const interval = intervals[row]!
    if (interval === 0 || interval > averaging) continue
    isRegular[device[row]!] = 1
    const at: Minute = stamp === 'begin' ? minute[row]! : beginOf(readings, row, interval)
    begins[row] = at - (((at % averaging) + averaging) % averaging)
  }
  const groups = rowGroups(device, begins)
  const length = groups.starts.length
  // A plain loop: `from` takes ten times as long for arrays of this size.
  const [codes, times] = [new Uint32Array(length), new Int32Array(length)]
  for (let at = 0; at < length; at++) {
    const row = groups.starts[at]!
    codes[at] = device[row]!
    times[at] = begins[row]!
  }
  const least = (leastMinutes * averaging) / HOUR
  const periods = {
    intervals,
    beginOf: (row: number) => (stamp === 'begin' ? minute[row]! : minute[row]! - intervals[row]!),
  }
  const all: Partial<Record<Parameter, HourSeries>> = {}
  for (const parameter of Object.keys(series) as Parameter[])
    all[parameter] = meansOf(parameter, series[parameter]!, groups, periods, times, { averaging, least })
  return {
    devices,
    device: codes,
    minute: times,
    series: all,
    irregular: devices.filter((_, of) => isRegular[of] === 0),
  }
}

/** When a reading whose time is its end began: not before the end of the one before it, whose interval may be another. */
export function beginOf({ device, minute }: Readings, row: number, interval: number): Minute {
  const begin = minute[row]! - interval
  return row > 0 && device[row - 1] === device[row] ? Math.max(begin, minute[row - 1]!) : begin
}

const COUNTS = Uint8Array.from(FLAGS, (flag) => (counts(flag) ? 1 : 0))

function meansOf(
  parameter: Parameter,
  { values, flags }: Series,
  { starts, ends }: RowGroups,
  periods: Periods,
  times: Int32Array,
  { averaging, least }: { readonly averaging: number; readonly least: number },
): HourSeries {
  const { first, second, mean } = averagingOf(parameter)
  const { intervals } = periods
  const made = {
    values: new Float32Array(starts.length),
    minutes: new Uint8Array(starts.length),
    flags: new Uint8Array(starts.length),
  }
  const isFlagged = flags.some((flag) => COUNTS[flag] === 0)
  for (let at = 0; at < starts.length; at++) {
    const rows = { start: starts[at]!, end: ends[at]! }
    const isWanted = uncovered(rows, periods, [times[at]!, times[at]! + averaging], (row) =>
      hasData({ values, flags }, row),
    )
    let [minutes, one, two] = [0, 0, 0]
    for (let row = rows.start; row < rows.end; row++) {
      const value = values[row]!
      if (Number.isNaN(value) || COUNTS[flags[row]!] === 0 || !isWanted(row)) continue
      const interval = intervals[row]!
      minutes += interval
      one += first(value) * interval
      two += second(value) * interval
    }
    made.minutes[at] = Math.min(averaging, minutes)
    if (isFlagged) made.flags[at] = mostFlag(flags, rows, isWanted)
    made.values[at] = minutes > 0 && minutes >= least ? mean(one / minutes, two / minutes) : Number.NaN
  }
  return made
}

/** The flag that most excluded rows carry; on a tie, the first in `FLAGS`. */
function mostFlag(flags: Uint8Array, { start, end }: RowRange, isWanted: (row: number) => boolean): number {
  const times = new Uint32Array(FLAGS.length)
  let most = 0
  for (let row = start; row < end; row++) if (COUNTS[flags[row]!] === 0 && isWanted(row)) times[flags[row]!]!++
  for (let flag = 1; flag < FLAGS.length; flag++) if (times[flag]! > times[most]!) most = flag
  return most
}
