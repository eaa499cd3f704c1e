import { useTranslation } from 'react-i18next'

/** So many lines of a table are on the screen; the file has all. */
export const MOST_LINES = 100

/** Says of a longer table that there are more. */
export function Shown({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return count > MOST_LINES ? <p className="quiet">{t('trucks.card.first', { shown: MOST_LINES, count })}</p> : null
}
