import { useTranslation } from 'react-i18next'

/** Official papers are in the office's language, whatever the language of the screen. */
export const OFFICE_LANGUAGE = 'zh-CN'

/** The texts of official papers. */
export const useOfficeTexts = () => useTranslation().i18n.getFixedT(OFFICE_LANGUAGE)

/** The texts of a language and its code; of the page's language if none is given. */
export function useTextsIn(language?: string) {
  const { t, i18n } = useTranslation()
  return language === undefined ? { t, language: i18n.language } : { t: i18n.getFixedT(language), language }
}
