import { intervalsByDay } from './interval'
import { averagingOf } from './mean'
import { counts, FLAGS, type Parameter } from './parameter'
import type { Minute, Readings, Series } from './readings'
import { NO_GROUP, type RowGroups, rowGroups } from './row-groups'

const HOUR = 60

/** How readings make hourly means: a setting of the package, with its source. */
export interface HourRule {
  /** Whether a reading's time is the start of its interval, as in HJ 212, or the end. */
  readonly stamp: 'begin' | 'end'
  /** The minimum number of minutes with valid readings for an hourly mean. */
  readonly leastMinutes: number
}

/** Means of one parameter by hour. */
export interface HourSeries {
  /** NaN if too little of the hour is known. */
  readonly values: Float32Array
  /** Minutes of the hour with a valid reading. */
  readonly minutes: Uint8Array
  /** The flag that most excluded readings of the hour carry, as an index in `FLAGS`; 0 if none is excluded. */
  readonly flags: Uint8Array
}

/** Means by device and hour, in order. Contains only hours with a reading, valid or not. */
export interface Hours {
  readonly devices: readonly string[]
  readonly device: Uint32Array
  /** The start of each hour. */
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, HourSeries>>>
  /** Devices without means: their readings show no interval, or one longer than the averaging time. */
  readonly irregular: readonly string[]
}

/** Hourly means; readings must be in order. Readings whose flag excludes them do not count. */
export const hourly = (readings: Readings, rule: HourRule): Hours => meansOver(readings, rule, HOUR)

/**
 * Means over periods of `averaging` minutes, which must divide an hour, in the same shape as hourly means. A period
 * needs the same share of valid minutes as an hour does.
 */
export function meansOver(readings: Readings, { stamp, leastMinutes }: HourRule, averaging: number): Hours {
  const { devices, device, minute, series } = readings
  /** The start of the period of each row, and the minutes that the row stands for. */
  const [begins, intervalOf] = [new Int32Array(minute.length).fill(NO_GROUP), new Uint8Array(minute.length)]
  const isRegular = new Uint8Array(devices.length)
  for (const { start, end, interval } of intervalsByDay(readings, stamp)) {
    if (interval === null || interval > averaging) continue
    isRegular[device[start]!] = 1
    intervalOf.fill(interval, start, end)
    for (let row = start; row < end; row++) {
      const at: Minute = stamp === 'begin' ? minute[row]! : minute[row]! - interval
      begins[row] = at - (((at % averaging) + averaging) % averaging)
    }
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
  const all: Partial<Record<Parameter, HourSeries>> = {}
  for (const parameter of Object.keys(series) as Parameter[])
    all[parameter] = meansOf(parameter, series[parameter]!, groups, intervalOf, averaging, least)
  return {
    devices,
    device: codes,
    minute: times,
    series: all,
    irregular: devices.filter((_, of) => isRegular[of] === 0),
  }
}

const COUNTS = Uint8Array.from(FLAGS, (flag) => (counts(flag) ? 1 : 0))

function meansOf(
  parameter: Parameter,
  { values, flags }: Series,
  { starts, ends }: RowGroups,
  intervalOf: Uint8Array,
  averaging: number,
  least: number,
): HourSeries {
  const { first, second, mean } = averagingOf(parameter)
  const made = {
    values: new Float32Array(starts.length),
    minutes: new Uint8Array(starts.length),
    flags: new Uint8Array(starts.length),
  }
  const isFlagged = flags.some((flag) => COUNTS[flag] === 0)
  for (let at = 0; at < starts.length; at++) {
    let [known, stood, one, two] = [0, 0, 0, 0]
    for (let row = starts[at]!; row < ends[at]!; row++) {
      const value = values[row]!
      if (Number.isNaN(value) || COUNTS[flags[row]!] === 0) continue
      known++
      stood += intervalOf[row]!
      one += first(value)
      two += second(value)
    }
    const minutes = Math.min(averaging, stood)
    made.minutes[at] = minutes
    if (isFlagged) made.flags[at] = mostFlag(flags, starts[at]!, ends[at]!)
    made.values[at] = known > 0 && minutes >= least ? mean(one / known, two / known) : Number.NaN
  }
  return made
}

/** The flag that most excluded rows carry; on a tie, the first in `FLAGS`. */
function mostFlag(flags: Uint8Array, start: number, end: number): number {
  const times = new Uint32Array(FLAGS.length)
  let most = 0
  for (let row = start; row < end; row++) if (COUNTS[flags[row]!] === 0) times[flags[row]!]!++
  for (let flag = 1; flag < FLAGS.length; flag++) if (times[flag]! > times[most]!) most = flag
  return most
}
