import { useTranslation } from 'react-i18next'
import { useRefusedText } from '@/map/basemap/use-refused-text'
import { useBasemaps } from '@/store/device/basemaps'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { Switch } from '@/ui/Switch'
import classes from './Basemaps.module.css'
import layers from './LayersPanel.module.css'

/** The package's own basemap: switch, opacity, attribution, or the reason why it is not shown. */
export function PackageBasemapRow() {
  const { t } = useTranslation()
  const { ofPackage, changeOfPackage } = useBasemaps()
  const archive = usePackageBasemap((state) => state.archive)
  const refused = useRefusedText()
  if (!archive && !refused) return null
  const label = t('basemap.ofPackage')
  return (
    <li className={classes.row}>
      <span>{label}</span>
      <input
        type="range"
        className={layers.range}
        min="0.1"
        max="1"
        step="0.1"
        value={ofPackage.opacity}
        aria-label={t('layers.opacityOf', { layer: label })}
        onChange={(event) => changeOfPackage({ opacity: Number(event.target.value) })}
      />
      <Switch on={ofPackage.on} label={label} onChange={(on) => changeOfPackage({ on })} />
      {archive && <p className={classes.fault}>{archive.setting.attribution}</p>}
      {archive?.isReadWhole && <p className={classes.fault}>{t('basemap.readWhole')}</p>}
      {refused && <p className={classes.fault}>{refused}</p>}
    </li>
  )
}
