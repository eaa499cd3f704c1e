import { useTranslation } from 'react-i18next'

/** Chromium numbers the pages that the app prints since it knows margin rules (131); elsewhere `@page` has no place for a number. */
const NUMBERS_PAGES = 'CSSMarginRule' in window

/** Says beside what prints that pages will carry no number here, and what to do about it. */
export function NoPageNumbers() {
  const { t } = useTranslation()
  return NUMBERS_PAGES ? null : <p className="quiet">{t('ui.noPageNumbers')}</p>
}
