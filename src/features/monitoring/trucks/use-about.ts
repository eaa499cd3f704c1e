import { useTranslation } from 'react-i18next'
import type { TruckList } from '@/questions/trucks/truck-list'
import { useDataset } from '@/store/chentu'

/** Returns a function that says what an exported list of trucks was made of. */
export function useAbout(): (list: TruckList) => readonly (readonly [string, string])[] {
  const { t } = useTranslation()
  const { name } = useDataset()
  return ({ month, dataClass }) => [
    [t('about.package'), name],
    [t('app.asOf'), month],
    ...(dataClass === 'illustrative' ? [[t('trucks.table.source'), t('trucks.illustrative')] as const] : []),
    [t('about.link'), location.href],
  ]
}
