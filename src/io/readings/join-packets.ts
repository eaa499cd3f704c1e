import type { PeriodOf } from '@/domain/monitoring/device-times'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import type { Packet } from '@/domain/monitoring/hj212'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Parameter } from '@/domain/monitoring/parameter'
import { type Minute, pickReadings, type Readings, type Series, sortReadings } from '@/domain/monitoring/readings'
import { spreadReadings } from '@/domain/monitoring/spread-readings'
import { TimesAround } from '@/domain/monitoring/times-around'
import type { UnreadRows } from './unread-rows'

const HOUR = 60
/** With fewer values in an hour, its own mean stands for the whole hour, and in place of them. */
const MIN_FINER = 3

/** The lines of the packets of each row of hours. */
export type HourLines = Map<number, readonly number[]>

/** Whether times of means are stored as begins or ends, and how long those of minutes are. */
interface Storing {
  readonly stamp: HourRule['stamp']
  readonly periodOf: PeriodOf
}

/**
 * Joins real-time values, means of minutes and means of hours. Where a device has shorter values of an hour, these make
 * its mean, and the hour's own is left out; of too few, it takes the place. Where a device has only those of other
 * parameters, the hour's value stands beside each. Returns whether there are means, and the devices that have only hours.
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
  const shorter = new GrowingReadings()
  add(means, shorter, (code, minute) => (isEnd ? minute + periodOf(code, minute) : minute))
  add(moments, shorter, (_, minute) => minute)
  const finer = sortReadings(shorter.readings()).readings
  const counts = countByHour(hours.devices, means, 0, countByHour(hours.devices, moments, isEnd ? 1 : 0))
  const left = leaveOut(hours, counts)
  const codeOf = (row: number) => hours.devices[hours.device[row]!]!
  for (const row of left) for (const at of lines.get(row) ?? []) unread.add(at, 'CN=2061', 'finer', codeOf(row))
  const rows = Uint32Array.from(hours.minute.keys()).filter((row) => !left.has(row))
  const kept = pickReadings({ ...hours, hourly: hours.devices }, rows)
  const stored = { ...kept, minute: kept.minute.map((minute) => minute + (isEnd ? HOUR : 0)) }
  const times: Readings = { ...finer, series: {} }
  const spread = spreadReadings(sortReadings(stored).readings, [new TimesAround(times, stamp)], stamp)
  for (const each of [spread, finer]) add(each, into, (_, minute) => minute)
  const withHours = [...new Set(Array.from(rows, codeOf))]
  const others = new Set(finer.devices)
  return { hasMeans: means.minute.length + rows.length > 0, hourly: withHours.filter((code) => !others.has(code)) }
}

const seriesOf = ({ series }: Readings) => Object.entries(series) as [Parameter, Series][]
const keyOf = (code: string, minute: Minute) => `${Math.floor(minute / HOUR)}|${code}`

type CountsByHour = Map<Parameter, Map<string, number>>

/** Adds to `into` how many values of a parameter these devices have in each hour; `before`: how long before its time. */
function countByHour(codes: readonly string[], from: Readings, before: number, into: CountsByHour = new Map()) {
  const isAsked = from.devices.map((code) => codes.includes(code))
  for (const [parameter, { values }] of seriesOf(from)) {
    const counts = into.get(parameter) ?? new Map<string, number>()
    into.set(parameter, counts)
    for (const [row, minute] of from.minute.entries()) {
      if (!isAsked[from.device[row]!] || Number.isNaN(values[row]!)) continue
      const key = keyOf(from.devices[from.device[row]!]!, minute - before)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return into
}

/** Removes the values of hours that have enough finer ones of the same parameter; returns the rows that have no others. */
function leaveOut(hours: Readings, finer: CountsByHour): ReadonlySet<number> {
  const left = new Set<number>()
  const hasData = ({ values, flags }: Series, row: number) => !Number.isNaN(values[row]!) || flags[row]! > 0
  const all = seriesOf(hours)
  for (const [row, minute] of hours.minute.entries()) {
    const key = keyOf(hours.devices[hours.device[row]!]!, minute)
    for (const [parameter, own] of all) {
      if (!hasData(own, row) || (finer.get(parameter)?.get(key) ?? 0) < MIN_FINER) continue
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
