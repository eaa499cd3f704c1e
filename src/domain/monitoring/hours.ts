import { intervalsOf } from './interval'
import { meanOf } from './mean'
import { counts, FLAGS, type Parameter } from './parameter'
import type { Minute, Readings } from './readings'

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
}

/** Means by device and hour, in order; only hours of which there is a reading, valid or not. */
export interface Hours {
  readonly devices: readonly string[]
  readonly device: Uint32Array
  /** At which each hour begins. */
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, HourSeries>>>
  /** Devices whose interval their readings don't tell: of them there is no hour. */
  readonly irregular: readonly string[]
}

/** The hour in which an interval lies that begins or ends at a minute. */
const hourOf = (at: Minute, interval: number, stamp: HourRule['stamp']) =>
  Math.floor((stamp === 'begin' ? at : at - interval) / HOUR) * HOUR

/** Means by hour of readings that are in order. A value counts unless its flag says that it says nothing of the air. */
export function hourly({ devices, device, minute, series }: Readings, { stamp, leastMinutes }: HourRule): Hours {
  const intervals = intervalsOf({ devices, device, minute })
  const hour = (row: number) => hourOf(minute[row]!, intervals[device[row]!]!, stamp)
  /** The first row of each hour, and the end of the last. */
  const starts: number[] = []
  let before = ''
  const rows: number[] = []
  for (let row = 0; row < minute.length; row++) {
    if (intervals[device[row]!] === null) continue
    const of = `${device[row]} ${hour(row)}`
    if (of !== before) starts.push(rows.length)
    before = of
    rows.push(row)
  }
  const length = starts.length
  const first = (at: number) => rows[starts[at]!]!
  const all: Partial<Record<Parameter, HourSeries>> = {}
  for (const [parameter, { values, flags }] of Object.entries(series) as [
    Parameter,
    Readings['series'][Parameter] & {},
  ][]) {
    const made = { values: new Float32Array(length), minutes: new Uint8Array(length) }
    for (let at = 0; at < length; at++) {
      const known = rows
        .slice(starts[at], starts[at + 1])
        .filter((row) => counts(FLAGS[flags[row]!]!) && !Number.isNaN(values[row]!))
        .map((row) => values[row]!)
      made.minutes[at] = Math.min(HOUR, known.length * intervals[device[first(at)]!]!)
      made.values[at] = made.minutes[at]! >= leastMinutes ? meanOf(parameter, known) : Number.NaN
    }
    all[parameter] = made
  }
  const places = Array.from({ length }, (_, at) => first(at))
  return {
    devices,
    device: Uint32Array.from(places, (row) => device[row]!),
    minute: Int32Array.from(places, hour),
    series: all,
    irregular: devices.filter((_, of) => intervals[of] === null),
  }
}
