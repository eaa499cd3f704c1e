import type { HourRule } from './hours'
import { type IntervalRows, intervalsByDay } from './interval'
import { joinReadings } from './join-readings'
import { MINUTES_PER_DAY, SHANGHAI_MINUTES } from './local-time'
import { type Minute, pickReadings, type Readings, sortReadings } from './readings'
import { onlyInterval, soleHours } from './sole-hours'

type Stamp = HourRule['stamp']

const HOUR = 60

/** Intervals by device code and day in Asia/Shanghai. */
function intervalsByCode(
  readings: Readings,
  stamp: Stamp,
): { keyOf(row: number): string; parts: readonly IntervalRows[] } {
  const { devices, device, minute } = readings
  const shift = SHANGHAI_MINUTES - (stamp === 'end' ? 1 : 0)
  return {
    keyOf: (row) => `${Math.floor((minute[row]! + shift) / MINUTES_PER_DAY)} ${devices[device[row]!]}`,
    parts: intervalsByDay(readings, stamp),
  }
}

/**
 * Repeats later readings of a longer interval at the times of the shorter one that `earlier` has for the same device and
 * day. An hourly value stands for its whole hour: where it corrects readings of 5 minutes, it must replace all twelve of
 * them, not only the one with the same time. Both must be in order. Returns `later` itself if nothing is repeated.
 * `areHours`: values at full hours that show no interval stand for their hours.
 */
export function spreadReadings(later: Readings, earlier: Readings, stamp: Stamp, areHours = false): Readings {
  const shorter = new Map<string, number>()
  const known = intervalsByCode(earlier, stamp)
  for (const { start, interval } of known.parts) if (interval !== null) shorter.set(known.keyOf(start), interval)
  const { keyOf, parts } = intervalsByCode(later, stamp)
  const usual = onlyInterval(parts.map(({ interval }) => interval))
  const sole = new Set(areHours ? soleHours(later, stamp) : [])
  const [rows, shifts]: [number[], number[]] = [[], []]
  for (const { start, end, interval: own } of parts) {
    const interval = own ?? usual ?? (sole.has(start) ? HOUR : 0)
    const step = shorter.get(keyOf(start)) ?? interval
    const isLonger = step < interval && interval % step === 0
    for (let row = start; row < end; row++) {
      if (isLonger) {
        const first = stamp === 'begin' ? 0 : step - interval
        for (let at = 0; at < interval; at += step) {
          rows.push(row)
          shifts.push(first + at)
        }
      } else {
        rows.push(row)
        shifts.push(0)
      }
    }
  }
  if (rows.length === later.minute.length) return later
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
