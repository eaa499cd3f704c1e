import { useTranslation } from 'react-i18next'
import type { Basemap } from '@/store/device/basemaps'
import classes from './BasemapNotice.module.css'

/** Which basemaps do not answer; everything else goes on without them. */
export function BasemapNotice({ broken }: { readonly broken: readonly Basemap[] }) {
  const { t } = useTranslation()
  if (broken.length === 0) return null
  return (
    <p className={classes.notice} role="status">
      {t('basemap.broken', { names: broken.map(({ name }) => name).join(t('basemap.and')) })}
    </p>
  )
}
