import { useTranslation } from 'react-i18next'

/**
 * Chromium numbers printed pages since it supports margin rules (131); other browsers have no place for a number in
 * `@page`.
 */
const NUMBERS_PAGES = 'CSSMarginRule' in window

/** Tells the user that printed pages will have no page numbers, and what to do about it. */
export function NoPageNumbers() {
  const { t } = useTranslation()
  return NUMBERS_PAGES ? null : <p className="quiet">{t('ui.noPageNumbers')}</p>
}
