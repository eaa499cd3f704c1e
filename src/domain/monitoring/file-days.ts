import type { Span } from './device-facts'
import { localDay } from './local-time'
import type { Minute } from './readings'

/** The share of the usual number of rows that a day needs to be one of the days that a file is about. */
const LEAST_SHARE = 0.5

/**
 * The time of a file's rows between the first and the last of its main days, which have at least half as many rows as
 * the middle one of its days. Few rows of other days are late or corrected ones. An empty span if there are no rows.
 */
export function spanOfDays(minutes: Int32Array): Span {
  const days = new Map<number, { from: Minute; until: Minute; rows: number }>()
  for (const at of minutes) {
    const day = localDay(at)
    const known = days.get(day)
    if (!known) days.set(day, { from: at, until: at, rows: 1 })
    else {
      known.from = Math.min(known.from, at)
      known.until = Math.max(known.until, at)
      known.rows++
    }
  }
  const counts = [...days.values()].map(({ rows }) => rows).sort((a, b) => a - b)
  const least = (counts[counts.length >> 1] ?? 0) * LEAST_SHARE
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const each of days.values()) {
    if (each.rows < least) continue
    from = Math.min(from, each.from)
    until = Math.max(until, each.until)
  }
  return [from, until]
}
