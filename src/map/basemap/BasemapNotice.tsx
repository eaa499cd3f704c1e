import { useTranslation } from 'react-i18next'
import { type Basemap, PACKAGE_BASEMAP, useBasemaps } from '@/store/device/basemaps'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { bytesText } from '@/ui/bytes'
import classes from './BasemapNotice.module.css'

/**
 * Lists the basemaps that do not answer, and why the package's own is not shown. Everything else works without them.
 */
export function BasemapNotice({ broken }: { readonly broken: readonly Basemap[] }) {
  const { t } = useTranslation()
  const { refused, archive } = usePackageBasemap()
  const on = useBasemaps((state) => state.ofPackage.on)
  // The package basemap's cached tiles are shown even when its folder does not answer.
  const names = broken.filter(({ id }) => id !== PACKAGE_BASEMAP || !archive?.kept).map(({ name }) => name)
  const isRefused = on && refused !== null
  if (names.length === 0 && !isRefused) return null
  return (
    <div className={classes.notice} role="status">
      {isRefused && <p>{t(`basemap.refused.${refused.fault}`, { size: bytesText(refused.bytes ?? 0) })}</p>}
      {names.length > 0 && <p>{t('basemap.broken', { names: names.join(t('basemap.and')) })}</p>}
    </div>
  )
}
