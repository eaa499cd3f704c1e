import type { Minute } from '@/domain/monitoring/readings'
import type { Reported } from '@/io/readings/monitor-hours'

const HOUR = 60
const DAY = 24 * HOUR
/** Devices that reported nothing for so long before an hour don't speak against it: they are away whatever it is. */
const ACTIVE = 3 * DAY
/** Of the devices that are about, so many have to have reached an hour: one clock that is ahead is not the city's. */
const SHARE = 0.1
/** Where there are so many at least, one alone is not enough. */
const SEVERAL = 4

/**
 * Begin of the last hour that devices had reached before `end`, the end of a day: one that a tenth of them had, and of several
 * more than one; on the day of `now` no hour that is still to come. Null where none had reported by then.
 */
export function lastCommonHour(reported: Iterable<Reported>, end: Minute, now: Minute): Minute | null {
  const isToday = end > now && end - DAY <= now
  const latest = isToday ? Math.floor(now / HOUR) * HOUR : end - HOUR
  const lasts = [...reported].flatMap(({ first, last }) => (first <= latest ? [Math.min(last, latest)] : []))
  lasts.sort((a, b) => b - a)
  for (const [at, hour] of lasts.entries()) {
    // Those behind with the same hour are counted by the last of them.
    if (lasts[at + 1] === hour) continue
    const about = lasts.filter((each) => each > hour - ACTIVE).length
    if (at + 1 >= Math.max(about < SEVERAL ? 1 : 2, about * SHARE)) return hour
  }
  return null
}
