import { intervalsOf } from './interval'
import { counts, FLAGS, type Parameter } from './parameter'
import type { Minute, Readings } from './readings'

/** How much of what was expected arrived in a time, of one device or of several. */
export interface Arrived {
  /** Readings that its interval makes of the time. */
  readonly expected: number
  /** Those that came, whatever they say. */
  readonly came: number
  /** Those with a valid value of the parameter that was asked for. */
  readonly valid: number
}

/** The device itself says that it was not there. */
const AWAY = new Set(FLAGS.flatMap((flag, place) => (flag === 'B' || flag === 'F' ? place : [])))

/**
 * How much arrived of each device from `from` on and before `until`, of readings that are in order. `devices` are those that
 * should report: one that nothing came of stands there with nothing, by the interval that most of the others have.
 */
export function arrived(
  readings: Readings,
  from: Minute,
  until: Minute,
  parameter: Parameter,
  devices: readonly string[] = readings.devices,
): ReadonlyMap<string, Arrived> {
  const { device, minute, series } = readings
  const intervals = intervalsOf(readings)
  const usual = mostOften(intervals.filter((each) => each !== null)) ?? 60
  const [came, valid] = [new Float64Array(readings.devices.length), new Float64Array(readings.devices.length)]
  const { values, flags } = series[parameter] ?? {}
  for (let row = 0; row < minute.length; row++) {
    if (minute[row]! < from || minute[row]! >= until) continue
    const [code, flag] = [device[row]!, flags?.[row] ?? 0]
    if (AWAY.has(flag)) continue
    came[code]!++
    if (values && !Number.isNaN(values[row]!) && counts(FLAGS[flag]!)) valid[code]!++
  }
  const codeOf = new Map(readings.devices.map((each, code) => [each, code]))
  return new Map(
    devices.map((each) => {
      const code = codeOf.get(each)
      const interval = (code === undefined ? null : intervals[code]) ?? usual
      const expected = Math.floor((until - from) / interval)
      const upTo = (count = 0) => Math.min(expected, count)
      return [
        each,
        {
          expected,
          came: upTo(code === undefined ? 0 : came[code]),
          valid: upTo(code === undefined ? 0 : valid[code]),
        },
      ]
    }),
  )
}

/** That of a group of devices, as of a county: what came of all over what was expected of all. */
export function arrivedOf(all: Iterable<Arrived>): Arrived {
  let sum: Arrived = { expected: 0, came: 0, valid: 0 }
  for (const { expected, came, valid } of all)
    sum = { expected: sum.expected + expected, came: sum.came + came, valid: sum.valid + valid }
  return sum
}

/** The share of what was expected that came; null where nothing was expected. */
export const onlineShare = ({ expected, came }: Arrived): number | null => (expected === 0 ? null : came / expected)

function mostOften(of: readonly number[]): number | null {
  const times = new Map<number, number>()
  for (const each of of) times.set(each, (times.get(each) ?? 0) + 1)
  return [...times].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? null
}
