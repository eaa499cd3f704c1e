import { dayBegin, localDay } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'
import type { ReportedHours } from '@/io/readings/monitor-hours'

const HOUR = 60
const DAY = 24 * HOUR
/** Minutes without a report before an hour after which a device is regarded as away, and not counted. */
const ACTIVE = 3 * DAY
/**
 * Share of the active devices that must have reached an hour: a single clock that is ahead does not count for the
 * city.
 */
const SHARE = 0.1
/** From this many active devices on, one alone is not enough. */
const SEVERAL = 4

/** Start of the last `days` calendar days, the last of which contains the hour that ends at `until`. */
export const daysUpTo = (until: Minute, days: number): Minute => dayBegin(localDay(until - HOUR) + 1 - days)

/**
 * Start of the last hour that devices had reached before `end`, the end of a day: at least a tenth of the active
 * devices, and more than one if there are {@link SEVERAL}. On the day of `now`, no future hour. Null if none had
 * reported by then.
 */
export function lastCommonHour(reported: Iterable<ReportedHours>, end: Minute, now: Minute): Minute | null {
  const isToday = end > now && end - DAY <= now
  const latest = isToday ? Math.floor(now / HOUR) * HOUR : end - HOUR
  const lasts = [...reported].flatMap(({ first, last }) => (first <= latest ? [Math.min(last, latest)] : []))
  lasts.sort((a, b) => b - a)
  for (const [at, hour] of lasts.entries()) {
    // Devices with the same last hour are counted at the last of them.
    if (lasts[at + 1] === hour) continue
    const about = lasts.filter((each) => each > hour - ACTIVE).length
    if (at + 1 >= Math.max(about < SEVERAL ? 1 : 2, about * SHARE)) return hour
  }
  return null
}
