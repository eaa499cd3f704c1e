import type { TFunction } from 'i18next'
import type { AsOf } from '@/domain/calendar'
import type { View } from '@/store/view/view'
import { monthName } from './month-name'

interface Dates {
  readonly settings: { readonly asOf: AsOf }
}

/**
 * The day for which a view or link evaluates the sources when opened: its own day, with its dustfall month, or the
 * package's day at that time.
 */
export function viewDayText(
  t: TFunction<'texts'>,
  { settings }: Dates,
  { asOf, month }: Pick<View, 'asOf' | 'month'>,
): string {
  if (asOf !== null && month !== null) return t('views.day.fixedMonth', { day: asOf, month: monthName(t, month) })
  if (asOf !== null) return t('views.day.fixed', { day: asOf })
  return settings.asOf === 'today' ? t('views.day.today') : t('views.day.ofData', { day: settings.asOf })
}
