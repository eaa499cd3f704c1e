import type { PeriodOf } from '@/domain/monitoring/device-times'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import type { Packet } from '@/domain/monitoring/hj212'
import type { HourSeries } from '@/domain/monitoring/hour-means'
import { beginOf, type HourRule, hourly } from '@/domain/monitoring/hours'
import type { Stamp } from '@/domain/monitoring/interval'
import { counts, FLAGS, PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
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

/** Whether there are means, and packets of hours, of which the rule decides what is read. */
export interface JoinedPackets {
  readonly hasMeans: boolean
  readonly hasHours: boolean
}

/**
 * Joins real-time values, means of minutes and means of hours. Where shorter values of a device make the mean of an hour
 * by the rule, the hour's own is left out; elsewhere they are left out in its place, parameter by parameter, if its flag
 * lets it count.
 */
export function joinPackets(
  packets: Readonly<Record<Packet['of'], GrowingReadings>>,
  lines: HourLines,
  into: GrowingReadings,
  unread: UnreadRows,
  { rule, periodOf }: Storing,
): JoinedPackets {
  const isEnd = rule.stamp === 'end'
  const [means, moments, hours] = [packets.minutes.readings(), packets.moment.readings(), packets.hour.readings()]
  const endOf = (code: string, minute: Minute) => (isEnd ? minute + periodOf(code, minute) : minute)
  const shorter = new GrowingReadings()
  add(means, shorter, endOf)
  add(moments, shorter, sameTime)
  if (hours.minute.length === 0) {
    add(shorter.readings(), into, sameTime)
    return { hasMeans: means.minute.length > 0, hasHours: false }
  }
  const known = withLeastSpans(withSpans(sortReadings(shorter.readings()).readings, rule.stamp))
  const { whole, left } = wholeHours(hours, hoursWithValues(known, rule))
  for (const [row, parameters] of left) {
    const isAll = seriesOf(hours).every(([each, own]) => !hasData(own, row) || parameters.has(each))
    for (const at of lines.get(row) ?? []) {
      if (isAll) unread.add(at, COMMAND.hour, 'finer', codeOf(hours, row))
      else for (const each of parameters) unread.add(at, columnOf(COMMAND.hour, each), 'finer-part', codeOf(hours, row))
    }
  }
  const given = givenWay(known, whole, rule.stamp)
  const isGiven = (code: string, stored: Minute, parameter: Parameter) =>
    given.get(parameter)?.has(keyOf(code, stored)) === true
  const reportLeft = (of: 'minutes' | 'moment', from: Readings, storedAt: StoredAt) => {
    for (const [parameter, { values }] of seriesOf(from))
      for (const [row, minute] of from.minute.entries()) {
        const code = codeOf(from, row)
        if (Number.isNaN(values[row]!) || !isGiven(code, storedAt(code, minute), parameter)) continue
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
  add(known, into, sameTime, (row, parameter) => isGiven(codeOf(known, row), known.minute[row]!, parameter))
  return { hasMeans: means.minute.length + stored > 0, hasHours: true }
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

/**
 * Readings whose values of unknown intervals stand for a minute: among those of hours, a single momentary value would pass
 * for an hour's mean.
 */
const withLeastSpans = (readings: Readings): Readings => ({
  ...readings,
  series: Object.fromEntries(
    seriesOf(readings).map(([each, own]) => [each, { ...own, spans: own.spans!.map((span) => span || 1) }]),
  ),
})

const seriesOf = ({ series }: Readings) => Object.entries(series) as [Parameter, Series][]
const codeOf = ({ devices, device }: Readings, row: number) => devices[device[row]!]!
const keyOf = (code: string, minute: Minute) => `${minute}|${code}`
const hourOf = (minute: Minute): Minute => Math.floor(minute / HOUR) * HOUR
const columnOf = (command: string, parameter: Parameter) => `${command} ${PARAMETER_FACTS[parameter].code}`

/** Times of devices by parameter. */
type Times = ReadonlyMap<Parameter, ReadonlySet<string>>
/** By parameter, the hours of devices with valid values, and whether these make a mean. */
type HoursWithValues = ReadonlyMap<Parameter, ReadonlyMap<string, { readonly hasMean: boolean }>>

/** The hours in which readings, in order, have valid values. */
function hoursWithValues(readings: Readings, rule: HourRule): HoursWithValues {
  const made = hourly(readings, rule)
  const keys = Array.from(made.minute, (begin, row) => keyOf(made.devices[made.device[row]!]!, begin))
  return new Map(
    (Object.entries(made.series) as [Parameter, HourSeries][]).map(([parameter, { values, minutes }]) => [
      parameter,
      new Map(keys.flatMap((key, row) => (minutes[row]! > 0 ? [[key, { hasMean: !Number.isNaN(values[row]!) }]] : []))),
    ]),
  )
}

/**
 * The hours whose own value stands; by row of `hours`, the parameters of which it is left out: shorter values make the
 * mean, or it does not count itself and there are some that do.
 */
function wholeHours(hours: Readings, made: HoursWithValues) {
  const whole = new Map<Parameter, Set<string>>()
  const left = new Map<number, Set<Parameter>>()
  for (const [parameter, own] of seriesOf(hours)) {
    const keys = new Set<string>()
    whole.set(parameter, keys)
    for (const [row, minute] of hours.minute.entries()) {
      if (!hasData(own, row)) continue
      const key = keyOf(codeOf(hours, row), hourOf(minute))
      const isValid = !Number.isNaN(own.values[row]!) && counts(FLAGS[own.flags[row]!]!)
      const shorter = made.get(parameter)?.get(key)
      if (shorter?.hasMean || (shorter && !isValid)) left.set(row, (left.get(row) ?? new Set()).add(parameter))
      else if (isValid) keys.add(key)
    }
  }
  return { whole, left }
}

/** The times of readings, in order, that would count for an hour whose own value stands; by parameter, if it has some. */
function givenWay(readings: Readings, whole: Times, stamp: Stamp): Times {
  const given = new Map<Parameter, Set<string>>()
  for (const [parameter, own] of seriesOf(readings)) {
    const hours = whole.get(parameter)
    if (!hours || hours.size === 0) continue
    const times = new Set<string>()
    for (const [row, minute] of readings.minute.entries()) {
      if (!hasData(own, row)) continue
      const code = codeOf(readings, row)
      const begin = stamp === 'begin' ? minute : beginOf(readings, row, own.spans![row]!)
      if (hours.has(keyOf(code, hourOf(begin)))) times.add(keyOf(code, minute))
    }
    if (times.size > 0) given.set(parameter, times)
  }
  return given
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
