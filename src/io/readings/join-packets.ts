import type { PeriodOf } from '@/domain/monitoring/device-times'
import type { GrowingReadings } from '@/domain/monitoring/growing-readings'
import type { Packet } from '@/domain/monitoring/hj212'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Parameter } from '@/domain/monitoring/parameter'
import { type Minute, pickReadings, type Readings, type Series, sortReadings } from '@/domain/monitoring/readings'
import { spreadReadings } from '@/domain/monitoring/spread-readings'
import { TimesAround } from '@/domain/monitoring/times-around'
import type { UnreadRows } from './unread-rows'

const HOUR = 60

/** The lines of the packets of each row of hours. */
export type HourLines = Map<number, readonly number[]>

/** Whether times of means are stored as begins or ends, and how long those of minutes are. */
interface Storing {
  readonly stamp: HourRule['stamp']
  readonly periodOf: PeriodOf
}

/**
 * Joins real-time values, means of minutes and means of hours. Where a device has shorter values of an hour, these make
 * its mean, and the hour's own is left out; where it has only those of other parameters, the hour's value stands beside
 * each. Returns whether there are means, and the devices that have only hours.
 */
export function joinPackets(
  { moment, minutes, hour }: Readonly<Record<Packet['of'], GrowingReadings>>,
  lines: HourLines,
  into: GrowingReadings,
  unread: UnreadRows,
  { stamp, periodOf }: Storing,
) {
  const isEnd = stamp === 'end'
  const [means, moments, hours] = [minutes.readings(), moment.readings(), hour.readings()]
  add(means, into, (code, minute) => (isEnd ? minute + periodOf(code, minute) : minute))
  add(moments, into, (_, minute) => minute)
  const finer = sortReadings(into.readings()).readings
  const left = leaveOut(
    hours,
    hoursWithValues(hours.devices, means, 0, hoursWithValues(hours.devices, moments, isEnd ? 1 : 0)),
  )
  const codeOf = (row: number) => hours.devices[hours.device[row]!]!
  for (const row of left) for (const at of lines.get(row) ?? []) unread.add(at, 'CN=2061', 'finer', codeOf(row))
  const rows = Uint32Array.from(hours.minute.keys()).filter((row) => !left.has(row))
  const kept = pickReadings({ ...hours, hourly: hours.devices }, rows)
  const stored = { ...kept, minute: kept.minute.map((minute) => minute + (isEnd ? HOUR : 0)) }
  const times: Readings = { ...finer, series: {} }
  add(
    spreadReadings(sortReadings(stored).readings, [new TimesAround(times, stamp)], stamp),
    into,
    (_, minute) => minute,
  )
  const withHours = [...new Set(Array.from(rows, codeOf))]
  const others = new Set(finer.devices)
  return { hasMeans: means.minute.length + rows.length > 0, hourly: withHours.filter((code) => !others.has(code)) }
}

const seriesOf = ({ series }: Readings) => Object.entries(series) as [Parameter, Series][]
const keyOf = (code: string, minute: Minute) => `${Math.floor(minute / HOUR)}|${code}`

/** Adds to `into` the hours of which these devices have a value of a parameter; `before`: how long before its time. */
function hoursWithValues(
  codes: readonly string[],
  from: Readings,
  before: number,
  into: Map<Parameter, Set<string>> = new Map(),
) {
  const isAsked = from.devices.map((code) => codes.includes(code))
  for (const [parameter, { values }] of seriesOf(from)) {
    const known = into.get(parameter) ?? new Set()
    into.set(parameter, known)
    for (const [row, minute] of from.minute.entries())
      if (isAsked[from.device[row]!] && !Number.isNaN(values[row]!))
        known.add(keyOf(from.devices[from.device[row]!]!, minute - before))
  }
  return into
}

/** Removes the values of hours that have finer ones of the same parameter; returns the rows that have no others. */
function leaveOut(hours: Readings, finer: ReadonlyMap<Parameter, ReadonlySet<string>>): ReadonlySet<number> {
  const left = new Set<number>()
  const hasData = ({ values, flags }: Series, row: number) => !Number.isNaN(values[row]!) || flags[row]! > 0
  const all = seriesOf(hours)
  for (const [row, minute] of hours.minute.entries()) {
    const key = keyOf(hours.devices[hours.device[row]!]!, minute)
    for (const [parameter, own] of all) {
      if (!hasData(own, row) || !finer.get(parameter)?.has(key)) continue
      own.values[row] = Number.NaN
      own.flags[row] = 0
      left.add(row)
    }
    if (all.some(([, own]) => hasData(own, row))) left.delete(row)
  }
  return left
}

/** Adds values where there is none yet: what is added first takes precedence. */
function add(from: Readings, into: GrowingReadings, storedAt: (code: string, minute: Minute) => Minute): void {
  const all = seriesOf(from)
  for (const [at, minute] of from.minute.entries()) {
    const code = from.devices[from.device[at]!]!
    const row = into.rowFor(code, storedAt(code, minute))
    for (const [parameter, { values, flags }] of all) {
      const [value, flag] = [values[at]!, flags[at]!]
      if (!Number.isNaN(into.value(row, parameter)) || (Number.isNaN(value) && flag === 0)) continue
      into.set(row, parameter, value)
      into.flag(row, parameter, flag)
    }
  }
}
