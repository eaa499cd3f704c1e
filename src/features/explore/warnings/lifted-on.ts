import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { localTime, minuteAfter, minuteAt } from '@/domain/monitoring/minute-of'
import { liftedBy, type Warning } from '@/domain/warnings/warning'

/**
 * When a warning was lifted, such as `2022-11-03 12:00`, if that is so by the as-of date; null while it is in force.
 * Today counts up to `now` (milliseconds since 1970), any other day to its end.
 */
export function liftedOn(warning: Pick<Warning, 'until'>, asOf: IsoDay, now: number): string | null {
  const instant = new Date(now).toISOString()
  const at = asOf === dayOfInstant(instant) ? minuteAt(instant) : minuteAfter(asOf) - 1
  const lifted = liftedBy(warning, at)
  return lifted === null ? null : localTime(lifted)
}
