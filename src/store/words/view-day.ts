import type { TFunction } from 'i18next'
import type { AsOf } from '@/domain/calendar'
import type { View } from '@/store/view/view'

interface Dates {
  readonly settings: { readonly asOf: AsOf }
}

/** By which day a view or a link judges the sources whenever it is opened: a day of its own, or that of the package then. */
export function viewDayText(t: TFunction<'texts'>, { settings }: Dates, { asOf }: Pick<View, 'asOf'>): string {
  if (asOf !== null) return t('views.day.fixed', { day: asOf })
  return settings.asOf === 'today' ? t('views.day.today') : t('views.day.ofData', { day: settings.asOf })
}
