import { useTranslation } from 'react-i18next'
import type { ItemTable } from '@/workspace/import/item-view'

/** Says how many percentages of what must be whole were read as no, before they count. */
export function Percentages({ table: { groups } }: { readonly table: ItemTable }) {
  const { t } = useTranslation()
  const count = groups.reduce((sum, group) => sum + (group.code === 'percentage-below' ? group.count : 0), 0)
  return count > 0 && <p data-kind="percentages">{t('data.percentages', { count })}</p>
}
