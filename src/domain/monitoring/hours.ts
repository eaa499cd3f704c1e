import { intervalsOf } from './interval'
import { averagingOf } from './mean'
import { counts, FLAGS, type Parameter } from './parameter'
import type { Minute, Readings, Series } from './readings'
import { NO_GROUP, type RowGroups, rowGroups } from './row-groups'

const HOUR = 60

/** How readings make an hour: a setting of the package, with its source. */
export interface HourRule {
  /** Whether a reading's time is that at which its interval begins, as HJ 212 has it, or ends. */
  readonly stamp: 'begin' | 'end'
  /** So many minutes of valid readings an hour needs. */
  readonly leastMinutes: number
}

/** Means of one parameter by hour. */
export interface HourSeries {
  /** NaN where too little of the hour is known. */
  readonly values: Float32Array
  /** Minutes of the hour of which a valid reading is known. */
  readonly minutes: Uint8Array
  /** Of the hour's readings that do not count the flag that most of them carry, a place in `FLAGS`; 0 where none does. */
  readonly flags: Uint8Array
}

/** Means by device and hour, in order; only hours of which there is a reading, valid or not. */
export interface Hours {
  readonly devices: readonly string[]
  readonly device: Uint32Array
  /** At which each hour begins. */
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, HourSeries>>>
  /** Devices whose interval their readings don't tell, or is longer than the time asked for: of them there is no mean. */
  readonly irregular: readonly string[]
}

/** Means by hour of readings that are in order. A value counts unless its flag says that it says nothing of the air. */
export const hourly = (readings: Readings, rule: HourRule): Hours => meansOver(readings, rule, HOUR)

/**
 * Means over each time of so many minutes, which go into an hour without remainder, in the shape of those by hour. Of a time the
 * same share has to be known as of an hour.
 */
export function meansOver(readings: Readings, { stamp, leastMinutes }: HourRule, averaging: number): Hours {
  const { devices, device, minute, series } = readings
  const intervals = intervalsOf(readings).map((each) => (each !== null && each <= averaging ? each : null))
  /** The begin of the time in which a row lies. */
  const begins = new Int32Array(minute.length)
  for (let row = 0; row < minute.length; row++) {
    const interval = intervals[device[row]!]
    if (interval == null) begins[row] = NO_GROUP
    else {
      const at: Minute = stamp === 'begin' ? minute[row]! : minute[row]! - interval
      begins[row] = at - (((at % averaging) + averaging) % averaging)
    }
  }
  const groups = rowGroups(device, begins)
  const length = groups.starts.length
  // Loops of this size go without `from`, which takes ten times as long.
  const [codes, times, intervalOf] = [new Uint32Array(length), new Int32Array(length), new Uint8Array(length)]
  for (let at = 0; at < length; at++) {
    const row = groups.starts[at]!
    codes[at] = device[row]!
    times[at] = begins[row]!
    intervalOf[at] = intervals[device[row]!]!
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
    irregular: devices.filter((_, of) => intervals[of] === null),
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
    let [known, one, two] = [0, 0, 0]
    for (let row = starts[at]!; row < ends[at]!; row++) {
      const value = values[row]!
      if (Number.isNaN(value) || COUNTS[flags[row]!] === 0) continue
      known++
      one += first(value)
      two += second(value)
    }
    const minutes = Math.min(averaging, known * intervalOf[at]!)
    made.minutes[at] = minutes
    if (isFlagged) made.flags[at] = mostFlag(flags, starts[at]!, ends[at]!)
    made.values[at] = known > 0 && minutes >= least ? mean(one / known, two / known) : Number.NaN
  }
  return made
}

/** The flag that most of some rows carry that do not count; the first of `FLAGS` where two are as many. */
function mostFlag(flags: Uint8Array, start: number, end: number): number {
  const times = new Uint32Array(FLAGS.length)
  let most = 0
  for (let row = start; row < end; row++) if (COUNTS[flags[row]!] === 0) times[flags[row]!]!++
  for (let flag = 1; flag < FLAGS.length; flag++) if (times[flag]! > times[most]!) most = flag
  return most
}
