import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/store/device/preferences'

/** Hint for a button that was not held long enough; undefined unless rain mode is on. */
export function useHold(): string | undefined {
  const { t } = useTranslation()
  const rain = usePreferences((state) => state.rain)
  return rain ? t('tablet.holdToSave') : undefined
}
