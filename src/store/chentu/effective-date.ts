import { asOfDay, type IsoDay } from '@/domain/calendar'
import type { Dataset } from '@/questions/dataset'
import { today } from '@/store/device/today'
import type { View } from '@/store/view/view'

/** The day for which rules are evaluated: that of the view, else the package's. */
export function effectiveDate({ settings }: Pick<Dataset, 'settings'>, { asOf }: Pick<View, 'asOf'>): IsoDay {
  return asOf ?? asOfDay(settings.asOf, today())
}
