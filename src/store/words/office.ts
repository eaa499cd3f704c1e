import { useTranslation } from 'react-i18next'

/** Papers of an office are in its language, whatever the screen speaks. */
export const OFFICE_LANGUAGE = 'zh-CN'

/** The texts of its papers. */
export const useOfficeTexts = () => useTranslation().i18n.getFixedT(OFFICE_LANGUAGE)
