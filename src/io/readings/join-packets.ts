import type { PeriodOf } from '@/domain/monitoring/device-times'
import type { GrowingReadings } from '@/domain/monitoring/growing-readings'
import type { Packet } from '@/domain/monitoring/hj212'
import type { HourRule } from '@/domain/monitoring/hours'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { hasData, type Minute, type Readings, type Series } from '@/domain/monitoring/readings'
import type { UnreadRows } from './unread-rows'

const HOUR = 60
/** With fewer values in an hour, its own mean stands for the whole hour, and in place of them. */
const MIN_FINER = 3

/** Commands of the packets by what they carry. */
export const COMMAND = { moment: 'CN=2011', minutes: 'CN=2051', hour: 'CN=2061' } as const

/** The lines of the packets of each row of hours. */
export type HourLines = Map<number, readonly number[]>

/** Whether times of means are stored as begins or ends, and how long those of minutes are. */
interface Storing {
  readonly stamp: HourRule['stamp']
  readonly periodOf: PeriodOf
}

/**
 * Joins real-time values, means of minutes and means of hours. Where a device has shorter values of an hour, these make
 * its mean, and the hour's own is left out; too few of them are left out in its place, parameter by parameter. Returns
 * whether there are means.
 */
export function joinPackets(
  packets: Readonly<Record<Packet['of'], GrowingReadings>>,
  lines: HourLines,
  into: GrowingReadings,
  unread: UnreadRows,
  { stamp, periodOf }: Storing,
): { readonly hasMeans: boolean } {
  const isEnd = stamp === 'end'
  const [means, moments, hours] = [packets.minutes.readings(), packets.moment.readings(), packets.hour.readings()]
  /** By how much a time of momentary values is earlier, to be in the hour that it is counted for. */
  const before = isEnd ? 1 : 0
  const finer = countByHour(hours.devices, means, 0, countByHour(hours.devices, moments, before))
  const { whole, left } = wholeHours(hours, finer)
  for (const [row, parameters] of left) {
    const isAll = seriesOf(hours).every(([each, own]) => !hasData(own, row) || parameters.has(each))
    for (const at of lines.get(row) ?? []) {
      if (isAll) unread.add(at, COMMAND.hour, 'finer', codeOf(hours, row))
      else for (const each of parameters) unread.add(at, columnOf(COMMAND.hour, each), 'finer-part', codeOf(hours, row))
    }
  }
  const givesWay =
    (of: 'minutes' | 'moment', from: Readings, earlier: number) => (row: number, parameter: Parameter) => {
      const isWhole = whole.get(parameter)?.has(keyOf(codeOf(from, row), from.minute[row]! - earlier)) === true
      const line = packets[of].lineOf(row) - 1
      if (isWhole && !Number.isNaN(from.series[parameter]!.values[row]!))
        unread.add(line, columnOf(COMMAND[of], parameter), 'hour', codeOf(from, row))
      return isWhole
    }
  const endOf = (code: string, minute: Minute) => (isEnd ? minute + periodOf(code, minute) : minute)
  const isLeft = (row: number, parameter: Parameter) => left.get(row)?.has(parameter) === true
  const stored = add(hours, into, (_, minute) => minute + (isEnd ? HOUR : 0), isLeft, HOUR)
  const span = hours.minute.length > 0 ? 0 : undefined
  add(means, into, endOf, givesWay('minutes', means, 0), span)
  add(moments, into, (_, minute) => minute, givesWay('moment', moments, before), span)
  return { hasMeans: means.minute.length + stored > 0 }
}

const seriesOf = ({ series }: Readings) => Object.entries(series) as [Parameter, Series][]
const codeOf = ({ devices, device }: Readings, row: number) => devices[device[row]!]!
const keyOf = (code: string, minute: Minute) => `${Math.floor(minute / HOUR)}|${code}`
const columnOf = (command: string, parameter: Parameter) => `${command} ${PARAMETER_FACTS[parameter].code}`

type CountsByHour = Map<Parameter, Map<string, number>>

/** Adds to `into` how many values of a parameter these devices have in each hour; `before`: how long before its time. */
function countByHour(codes: readonly string[], from: Readings, before: number, into: CountsByHour = new Map()) {
  const isAsked = from.devices.map((code) => codes.includes(code))
  for (const [parameter, { values }] of seriesOf(from)) {
    const counts = into.get(parameter) ?? new Map<string, number>()
    into.set(parameter, counts)
    for (const [row, minute] of from.minute.entries()) {
      if (!isAsked[from.device[row]!] || Number.isNaN(values[row]!)) continue
      const key = keyOf(codeOf(from, row), minute - before)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return into
}

/** By parameter, the hours whose own value stands; by row of `hours`, the parameters that have enough finer values. */
function wholeHours(hours: Readings, finer: CountsByHour) {
  const whole = new Map<Parameter, Set<string>>()
  const left = new Map<number, Set<Parameter>>()
  for (const [parameter, own] of seriesOf(hours)) {
    const keys = new Set<string>()
    whole.set(parameter, keys)
    for (const [row, minute] of hours.minute.entries()) {
      if (!hasData(own, row)) continue
      const key = keyOf(codeOf(hours, row), minute)
      if ((finer.get(parameter)?.get(key) ?? 0) >= MIN_FINER) left.set(row, (left.get(row) ?? new Set()).add(parameter))
      else if (!Number.isNaN(own.values[row]!)) keys.add(key)
    }
  }
  return { whole, left }
}

/**
 * Adds values where there is none yet: what is added first takes precedence. `span`: the minutes that each stands for, 0
 * if unknown, undefined where no value's is known. Returns how many rows were added.
 */
function add(
  from: Readings,
  into: GrowingReadings,
  storedAt: (code: string, minute: Minute) => Minute,
  isLeft: (row: number, parameter: Parameter) => boolean,
  span: number | undefined,
): number {
  const all = seriesOf(from)
  let rows = 0
  for (const [at, minute] of from.minute.entries()) {
    const code = codeOf(from, at)
    const there = all.filter(([parameter, own]) => hasData(own, at) && !isLeft(at, parameter))
    // A packet of other parameters only tells that the device reported.
    if (there.length === 0 && all.some(([, own]) => hasData(own, at))) continue
    const row = into.rowFor(code, storedAt(code, minute))
    rows++
    for (const [parameter, own] of there) {
      if (!Number.isNaN(into.value(row, parameter))) continue
      into.set(row, parameter, own.values[at]!)
      into.flag(row, parameter, own.flags[at]!)
      if (span !== undefined) into.span(row, parameter, span)
    }
  }
  return rows
}
