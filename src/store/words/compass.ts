import { useTranslation } from 'react-i18next'
import { COMPASS } from '@/domain/geodesy/compass'

/** Name of a direction of the compass by its index, which may exceed the compass, in the language of the page. */
export function useCompassName() {
  const { i18n } = useTranslation()
  return (place: number) => COMPASS[place % COMPASS.length]![i18n.language === 'en' ? 0 : 1]
}
