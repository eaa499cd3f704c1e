import type { PeriodOf } from '@/domain/monitoring/device-times'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import type { Packet } from '@/domain/monitoring/hj212'
import type { HourSeries } from '@/domain/monitoring/hour-means'
import { type HourRule, hourly } from '@/domain/monitoring/hours'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { hasData, type Minute, type Readings, type Series, sortReadings } from '@/domain/monitoring/readings'
import { withSpans } from '@/domain/monitoring/value-intervals'
import type { UnreadRows } from './unread-rows'

const HOUR = 60

/** Commands of the packets by what they carry. */
export const COMMAND = { moment: 'CN=2011', minutes: 'CN=2051', hour: 'CN=2061' } as const

/** The lines of the packets of each row of hours. */
export type HourLines = Map<number, readonly number[]>

/** By which rule times are stored and hours are made, and how long means of minutes are. */
interface Storing {
  readonly rule: HourRule
  readonly periodOf: PeriodOf
}

/**
 * Joins real-time values, means of minutes and means of hours. Where shorter values of a device make the mean of an hour
 * by the rule, the hour's own is left out; elsewhere they are left out in its place, parameter by parameter. Returns
 * whether there are means.
 */
export function joinPackets(
  packets: Readonly<Record<Packet['of'], GrowingReadings>>,
  lines: HourLines,
  into: GrowingReadings,
  unread: UnreadRows,
  { rule, periodOf }: Storing,
): { readonly hasMeans: boolean } {
  const isEnd = rule.stamp === 'end'
  const [means, moments, hours] = [packets.minutes.readings(), packets.moment.readings(), packets.hour.readings()]
  const endOf = (code: string, minute: Minute) => (isEnd ? minute + periodOf(code, minute) : minute)
  const shorter = new GrowingReadings()
  add(means, shorter, endOf)
  add(moments, shorter, sameTime)
  if (hours.minute.length === 0) {
    add(shorter.readings(), into, sameTime)
    return { hasMeans: means.minute.length > 0 }
  }
  const known = withSpans(sortReadings(shorter.readings()).readings, rule.stamp)
  const { whole, left } = wholeHours(hours, meansByHour(known, rule))
  for (const [row, parameters] of left) {
    const isAll = seriesOf(hours).every(([each, own]) => !hasData(own, row) || parameters.has(each))
    for (const at of lines.get(row) ?? []) {
      if (isAll) unread.add(at, COMMAND.hour, 'finer', codeOf(hours, row))
      else for (const each of parameters) unread.add(at, columnOf(COMMAND.hour, each), 'finer-part', codeOf(hours, row))
    }
  }
  /** Whether the value of a time, as it is stored, is of an hour whose own value stands. */
  const isOfWhole = (code: string, stored: Minute, parameter: Parameter) =>
    whole.get(parameter)?.has(keyOf(code, isEnd ? stored - 1 : stored)) === true
  const reportLeft = (of: 'minutes' | 'moment', from: Readings, storedAt: StoredAt) => {
    for (const [parameter, { values }] of seriesOf(from))
      for (const [row, minute] of from.minute.entries()) {
        const code = codeOf(from, row)
        if (Number.isNaN(values[row]!) || !isOfWhole(code, storedAt(code, minute), parameter)) continue
        unread.add(packets[of].lineOf(row) - 1, columnOf(COMMAND[of], parameter), 'hour', code)
      }
  }
  reportLeft('minutes', means, endOf)
  reportLeft('moment', moments, sameTime)
  const stored = add(
    withSpan(hours, HOUR),
    into,
    (_, minute) => minute + (isEnd ? HOUR : 0),
    (row, parameter) => left.get(row)?.has(parameter) === true,
  )
  add(known, into, sameTime, (row, parameter) => isOfWhole(codeOf(known, row), known.minute[row]!, parameter))
  return { hasMeans: means.minute.length + stored > 0 }
}

/** When a value of a device is stored. */
type StoredAt = (code: string, minute: Minute) => Minute
const sameTime: StoredAt = (_, minute) => minute

/** Readings that stand for so many minutes each. */
const withSpan = (readings: Readings, minutes: number): Readings => ({
  ...readings,
  series: Object.fromEntries(
    seriesOf(readings).map(([each, own]) => [each, { ...own, spans: new Uint8Array(own.values.length).fill(minutes) }]),
  ),
})

const seriesOf = ({ series }: Readings) => Object.entries(series) as [Parameter, Series][]
const codeOf = ({ devices, device }: Readings, row: number) => devices[device[row]!]!
const keyOf = (code: string, minute: Minute) => `${Math.floor(minute / HOUR)}|${code}`
const columnOf = (command: string, parameter: Parameter) => `${command} ${PARAMETER_FACTS[parameter].code}`

type HoursWithMean = ReadonlyMap<Parameter, ReadonlySet<string>>

/** By parameter, the hours of devices of which readings, in order, make a mean. */
function meansByHour(readings: Readings, rule: HourRule): HoursWithMean {
  const made = hourly(readings, rule)
  const keys = Array.from(made.minute, (begin, row) => keyOf(made.devices[made.device[row]!]!, begin))
  return new Map(
    (Object.entries(made.series) as [Parameter, HourSeries][]).map(([parameter, { values }]) => [
      parameter,
      new Set(keys.filter((_, row) => !Number.isNaN(values[row]!))),
    ]),
  )
}

/** By parameter, the hours whose own value stands; by row of `hours`, the parameters of which shorter values make the mean. */
function wholeHours(hours: Readings, made: HoursWithMean) {
  const whole = new Map<Parameter, Set<string>>()
  const left = new Map<number, Set<Parameter>>()
  for (const [parameter, own] of seriesOf(hours)) {
    const keys = new Set<string>()
    whole.set(parameter, keys)
    for (const [row, minute] of hours.minute.entries()) {
      if (!hasData(own, row)) continue
      const key = keyOf(codeOf(hours, row), minute)
      if (made.get(parameter)?.has(key)) left.set(row, (left.get(row) ?? new Set()).add(parameter))
      else if (!Number.isNaN(own.values[row]!)) keys.add(key)
    }
  }
  return { whole, left }
}

/**
 * Adds values where there is none yet, with what they stand for, if that is known: what is added first takes precedence.
 * Returns how many rows were added.
 */
function add(
  from: Readings,
  into: GrowingReadings,
  storedAt: StoredAt,
  isLeft: (row: number, parameter: Parameter) => boolean = () => false,
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
      if (own.spans) into.span(row, parameter, own.spans[at]!)
    }
  }
  return rows
}
