import { useTranslation } from 'react-i18next'
import { COMPASS } from '@/domain/geodesy/compass'

/** Name of a compass direction by its index (taken modulo the compass). */
export const compassName = (place: number, language: string): string =>
  COMPASS[place % COMPASS.length]![language === 'en' ? 0 : 1]

/** Name of a compass direction by its index, in the page's language. */
export function useCompassName() {
  const { i18n } = useTranslation()
  return (place: number) => compassName(place, i18n.language)
}
