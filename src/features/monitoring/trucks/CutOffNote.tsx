import { useTranslation } from 'react-i18next'

/** Maximum number of table rows on the screen; the exported file has all. */
export const MAX_LINES = 100

/** Notes that a longer table is cut off. */
export function CutOffNote({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return count > MAX_LINES ? <p className="quiet">{t('trucks.card.first', { shown: MAX_LINES, count })}</p> : null
}
