import type { IsoDay } from '@/domain/calendar'
import { localTime, minuteAfter, minuteAt } from '@/domain/monitoring/minute-of'
import { liftedBy, type Warning } from '@/domain/warnings/warning'
import { today } from '@/store/device/today'

/**
 * When a warning was lifted, such as `2022-11-03 12:00`, if that is so by the as-of date; null while it is in force.
 * Today counts up to now, any other day to its end.
 */
export function liftedOn(warning: Pick<Warning, 'until'>, asOf: IsoDay): string | null {
  const at = asOf === today() ? minuteAt(new Date().toISOString()) : minuteAfter(asOf) - 1
  const lifted = liftedBy(warning, at)
  return lifted === null ? null : localTime(lifted)
}
