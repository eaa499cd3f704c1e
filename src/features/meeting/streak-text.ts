import type { TFunction } from 'i18next'
import type { Streak } from '@/domain/dustfall/streak'

/** How long a county has been over the limit in words; '' where it is not. */
export function streakText(t: TFunction<'texts'>, { months, atLeast }: Streak): string {
  if (months === 0) return ''
  return t(atLeast ? 'meeting.atLeastMonths' : 'meeting.months', { count: months })
}
