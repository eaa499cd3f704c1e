import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/store/device/preferences'

/** In rain mode what is said where a press that must be held was let go too early; else undefined. */
export function useHold(): string | undefined {
  const { t } = useTranslation()
  const rain = usePreferences((state) => state.rain)
  return rain ? t('tablet.holdToSave') : undefined
}
