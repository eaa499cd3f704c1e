import { dayOfReading, intervalOfRows, type Stamp } from './interval'
import { joinReadings } from './join-readings'
import { type Minute, pickReadings, type Readings, sortReadings } from './readings'
import { onlyInterval, soleHours } from './sole-hours'

const HOUR = 60

/** The first of the rows [start, end) with a time of at least `minute`; `end` if there is none. */
function firstFrom(times: Int32Array, minute: Minute, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! < minute) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Tells the shortest interval of a device's readings within the `interval` minutes of a reading at `at`; if they have
 * none there, of those before and after it on its day. 0 if unknown.
 */
function intervalsAround(readings: Readings, stamp: Stamp): (code: string, at: Minute, interval: number) => number {
  const { devices, device, minute } = readings
  const intervals = intervalOfRows(readings, stamp)
  const rows = new Map<string, { start: number; end: number }>()
  for (let row = 0; row < device.length; row++) {
    const code = devices[device[row]!]!
    const known = rows.get(code)
    if (known) known.end = row + 1
    else rows.set(code, { start: row, end: row + 1 })
  }
  return (code, at, interval) => {
    const { start, end } = rows.get(code) ?? { start: 0, end: 0 }
    const begin = stamp === 'begin' ? at : at - interval + 1
    let [first, last] = [begin, begin + interval].map((each) => firstFrom(minute, each, start, end)) as [number, number]
    if (first === last) [first, last] = [Math.max(start, first - 1), Math.min(end, last + 1)]
    let shortest = 0
    for (let row = first; row < last; row++)
      if (dayOfReading(minute[row]!, stamp) === dayOfReading(at, stamp) && intervals[row]! > 0)
        shortest = shortest === 0 ? intervals[row]! : Math.min(shortest, intervals[row]!)
    return shortest
  }
}

/**
 * Repeats later readings of a longer interval at the times of the shorter one that `earlier` has then for the same
 * device. An hourly value stands for its whole hour: where it corrects readings of 5 minutes, it must replace all twelve
 * of them, not only the one with the same time. Both must be in order. Returns `later` itself if nothing is repeated.
 * `areHours`: values at full hours that show no interval stand for their hours.
 */
export function spreadReadings(later: Readings, earlier: Readings, stamp: Stamp, areHours = false): Readings {
  const { devices, device, minute: times } = later
  const intervals = intervalOfRows(later, stamp)
  const usual = onlyInterval(intervals)
  const sole = new Set(areHours ? soleHours(later, stamp) : [])
  const hourly = new Set(later.hourly)
  const stepAround = intervalsAround(earlier, stamp)
  const [rows, shifts]: [number[], number[]] = [[], []]
  for (let row = 0; row < times.length; row++) {
    const code = devices[device[row]!]!
    const interval = hourly.has(code) ? HOUR : intervals[row]! || usual || (sole.has(row) ? HOUR : 0)
    const step = stepAround(code, times[row]!, interval)
    if (step === 0 || step >= interval || interval % step !== 0) {
      rows.push(row)
      shifts.push(0)
      continue
    }
    const first = stamp === 'begin' ? 0 : step - interval
    for (let at = 0; at < interval; at += step) {
      rows.push(row)
      shifts.push(first + at)
    }
  }
  if (rows.length === times.length) return later
  const spread = pickReadings(later, Uint32Array.from(rows))
  return sortReadings({ ...spread, minute: spread.minute.map((minute, i) => minute + shifts[i]!) }).readings
}

/**
 * The files of one import in order, each in pieces: later ones are spread over those before them, and over `kept` ones.
 * `areHours`: see {@link spreadReadings}.
 */
export function spreadFiles(
  files: readonly (readonly Readings[])[],
  stamp: Stamp,
  kept: readonly Readings[] = [],
  areHours = false,
): Readings[] {
  const before = new Map<string, Piece[]>()
  for (const piece of kept.map(pieceOf))
    for (const code of piece.readings.devices) before.set(code, [...(before.get(code) ?? []), piece])
  return files.flat().map((readings) => {
    const piece = pieceOf(readings)
    const earlier = new Set<Readings>()
    for (const code of readings.devices) {
      const own = before.get(code) ?? []
      // An office's file per device and day overlaps no other: most imports have nothing to spread.
      for (const each of own) if (each.from <= piece.until && each.until >= piece.from) earlier.add(each.readings)
      before.set(code, [...own, piece])
    }
    if (earlier.size === 0) return readings
    const times = [...earlier].map((each): Readings => ({ ...each, series: {} }))
    return spreadReadings(sortReadings(readings).readings, joinReadings(times).readings, stamp, areHours)
  })
}

interface Piece {
  readonly readings: Readings
  readonly from: Minute
  readonly until: Minute
}

function pieceOf(readings: Readings): Piece {
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const minute of readings.minute) {
    from = Math.min(from, minute)
    until = Math.max(until, minute)
  }
  return { readings, from, until }
}
