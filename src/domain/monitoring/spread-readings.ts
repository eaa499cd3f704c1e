import type { HourRule } from './hours'
import { intervalsByDay } from './interval'
import { joinReadings } from './join-readings'
import { MINUTES_PER_DAY, SHANGHAI_MINUTES } from './local-time'
import { pickReadings, type Readings, sortReadings } from './readings'

type Stamp = HourRule['stamp']

/** The only known interval of all days; null if there are several, or none. */
function onlyInterval(parts: ReturnType<typeof intervalsByDay>): number | null {
  const known = new Set(parts.flatMap(({ interval }) => interval ?? []))
  const [only = null] = known
  return known.size === 1 ? only : null
}

/** Intervals by device code and day in Asia/Shanghai. */
function intervalsByCode(readings: Readings, stamp: Stamp): { keyOf(row: number): string; parts: Parts } {
  const { devices, device, minute } = readings
  const shift = SHANGHAI_MINUTES - (stamp === 'end' ? 1 : 0)
  return {
    keyOf: (row) => `${Math.floor((minute[row]! + shift) / MINUTES_PER_DAY)} ${devices[device[row]!]}`,
    parts: intervalsByDay(readings, stamp),
  }
}
type Parts = ReturnType<typeof intervalsByDay>

/**
 * Repeats later readings of a longer interval at the times of the shorter one that `earlier` has for the same device and
 * day. An hourly value stands for its whole hour: where it corrects readings of 5 minutes, it must replace all twelve of
 * them, not only the one with the same time. Both must be in order. Returns `later` itself if nothing is repeated.
 */
export function spreadReadings(later: Readings, earlier: Readings, stamp: Stamp): Readings {
  const shorter = new Map<string, number>()
  const known = intervalsByCode(earlier, stamp)
  for (const { start, interval } of known.parts) if (interval !== null) shorter.set(known.keyOf(start), interval)
  const { keyOf, parts } = intervalsByCode(later, stamp)
  const usual = onlyInterval(parts)
  const [rows, shifts]: [number[], number[]] = [[], []]
  for (const { start, end, interval: own } of parts) {
    const interval = own ?? usual ?? 0
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

/** The files of one import in order, each in pieces: later ones are spread over those before them. */
export function spreadFiles(files: readonly (readonly Readings[])[], stamp: Stamp): Readings[] {
  const before = new Map<string, Set<Readings>>()
  return files.flat().map((piece) => {
    const earlier = new Set(piece.devices.flatMap((code) => [...(before.get(code) ?? [])]))
    for (const code of piece.devices) before.set(code, (before.get(code) ?? new Set()).add(piece))
    if (earlier.size === 0) return piece
    const times = [...earlier].map((each): Readings => ({ ...each, series: {} }))
    return spreadReadings(sortReadings(piece).readings, joinReadings(times).readings, stamp)
  })
}
