import { useTranslation } from 'react-i18next'
import { type Basemap, PACKAGE_BASEMAP, useBasemaps } from '@/store/device/basemaps'
import { useOnline } from '@/store/device/online'
import { usePackageBasemap } from '@/store/device/package-basemap'
import classes from './BasemapNotice.module.css'
import { useRefusedText } from './use-refused-text'

/**
 * Lists the basemaps that do not answer, and why the package's own is not shown. Everything else works without them.
 */
export function BasemapNotice({ broken }: { readonly broken: readonly Basemap[] }) {
  const { t } = useTranslation()
  const archive = usePackageBasemap((state) => state.archive)
  const refused = useRefusedText()
  const isOnline = useOnline()
  const on = useBasemaps((state) => state.ofPackage.on)
  // The package basemap's cached tiles are shown even when its folder does not answer.
  const names = broken.filter(({ id }) => id !== PACKAGE_BASEMAP || !archive?.kept).map(({ name }) => name)
  const isRefused = on && refused !== null
  if (names.length === 0 && !isRefused) return null
  return (
    <div className={classes.notice} role="status">
      {isRefused && <p>{refused}</p>}
      {names.length > 0 && (
        <p>{t(isOnline ? 'basemap.broken' : 'basemap.brokenOffline', { names: names.join(t('basemap.and')) })}</p>
      )}
    </div>
  )
}
