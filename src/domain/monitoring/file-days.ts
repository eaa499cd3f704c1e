import type { Span } from './device-facts'
import { localDay } from './local-time'
import type { Minute, Readings } from './readings'

/** The share of the usual number of rows that a day needs to be one of the days that a file is about. */
const LEAST_SHARE = 0.5
/** How far apart the rows of a file may be, the longest interval of monitors. */
const LONGEST_INTERVAL = 60

interface Day {
  from: Minute
  until: Minute
  rows: number
  readonly devices: Set<number>
}

/** The middle one of some numbers; 0 if there are none. */
const middleOf = (counts: readonly number[]) => [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0

/**
 * The time of a file's rows between the first and the last of its main days, which have at least half as many rows as
 * the middle one of its days. Part of a day with which the file begins or ends belongs to it too, if it follows the main
 * days without a hole and has rows of half of their devices. Few rows of other days are late or corrected ones. An empty
 * span if there are no rows. Only rows at times that count are looked at.
 */
export function spanOfDays(
  { minute, device }: Pick<Readings, 'minute' | 'device'>,
  isCounted: (at: Minute) => boolean,
): Span {
  const days = new Map<number, Day>()
  for (let row = 0; row < minute.length; row++) {
    const at = minute[row]!
    if (!isCounted(at)) continue
    const day = localDay(at)
    const known = days.get(day) ?? { from: at, until: at, rows: 0, devices: new Set() }
    if (known.rows === 0) days.set(day, known)
    known.from = Math.min(known.from, at)
    known.until = Math.max(known.until, at)
    known.rows++
    known.devices.add(device[row]!)
  }
  const all = [...days.values()]
  const least = middleOf(all.map(({ rows }) => rows)) * LEAST_SHARE
  const main = all.filter(({ rows }) => rows >= least)
  const leastDevices = middleOf(main.map(({ devices }) => devices.size)) * LEAST_SHARE
  const from = main.reduce((first, each) => Math.min(first, each.from), Number.POSITIVE_INFINITY)
  const until = main.reduce((last, each) => Math.max(last, each.until), Number.NEGATIVE_INFINITY)
  const [before, after] = [days.get(localDay(from) - 1), days.get(localDay(until) + 1)]
  const belongs = (day: Day, hole: number) => hole <= LONGEST_INTERVAL && day.devices.size >= leastDevices
  return [
    before && belongs(before, from - before.until) ? before.from : from,
    after && belongs(after, after.from - until) ? after.until : until,
  ]
}
