import { useTranslation } from 'react-i18next'
import { COMPASS } from '@/domain/geodesy/compass'

/** Name of a compass direction by its index (taken modulo the compass), in the page's language. */
export function useCompassName() {
  const { i18n } = useTranslation()
  return (place: number) => COMPASS[place % COMPASS.length]![i18n.language === 'en' ? 0 : 1]
}
