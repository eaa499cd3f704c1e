import { useTranslation } from 'react-i18next'
import { usePreferences } from './preferences'

/**
 * The language that the page is in, and how to change to the other one. It is not always the one chosen on this device:
 * English texts that could not be loaded leave the page in Chinese, until a next start or press loads them.
 */
export function usePageLanguage() {
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN'
  return {
    language,
    change() {
      const { setLanguage } = usePreferences.getState()
      // Without this first step, a choice whose texts could not be loaded would be no change, and not be loaded again.
      setLanguage(language)
      setLanguage(language === 'en' ? 'zh-CN' : 'en')
    },
  } as const
}
