import { asOfDay, type IsoDay } from '@/domain/calendar'
import type { Dataset } from '@/questions/dataset'
import { today } from '@/store/device/today'
import type { View } from '@/store/view/view'

/** What decides on the day; a view without a screen is one of the desk. */
type DatedView = Pick<View, 'asOf'> & Partial<Pick<View, 'mode'>>

/**
 * Whether a view is judged as of today whatever its date and the package's: a team in the field must see what is due
 * now, and its own checks must count at once. The view's date stays for the other screens, so that entering and leaving
 * the field changes nothing else.
 */
export const isJudgedToday = ({ mode }: Partial<Pick<View, 'mode'>>): boolean => mode === 'field'

/** The day for which rules are evaluated: today in the field, else that of the view, else the package's. */
export function effectiveDate({ settings }: Pick<Dataset, 'settings'>, view: DatedView): IsoDay {
  return isJudgedToday(view) ? today() : (view.asOf ?? asOfDay(settings.asOf, today()))
}
