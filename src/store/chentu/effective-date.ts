import { asOfDay, type IsoDay } from '@/domain/calendar'
import type { Dataset } from '@/questions/dataset'
import { today } from '@/store/device/today'
import type { View } from '@/store/view/view'

/** The day on which the rules are evaluated: the view's own, else the package's. */
export function effectiveDate({ settings }: Pick<Dataset, 'settings'>, { asOf }: Pick<View, 'asOf'>): IsoDay {
  return asOf ?? asOfDay(settings.asOf, today())
}
