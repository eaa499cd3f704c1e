import { useTranslation } from 'react-i18next'

/** Official papers are in the office's language, whatever the language of the screen. */
export const OFFICE_LANGUAGE = 'zh-CN'

/** The texts of official papers. */
export const useOfficeTexts = () => useTranslation().i18n.getFixedT(OFFICE_LANGUAGE)
