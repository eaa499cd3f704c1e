import type { TFunction } from 'i18next'
import type { Streak } from '@/domain/dustfall/streak'

/** How long a county has been over the limit, in words; '' if it is not. */
export function streakText(t: TFunction<'texts'>, { months, atLeast }: Streak): string {
  if (months === 0) return ''
  // With only one month, "at least" adds nothing.
  if (months === 1) return t('meeting.months', { count: 1 })
  return t(atLeast ? 'meeting.scenes.atLeast' : 'meeting.months', { count: months })
}
