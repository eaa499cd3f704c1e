import { useTranslation } from 'react-i18next'
import { webglRenderer } from '@/map/engine/webgl-renderer'
import { MAP_ENGINES, usePreferences } from '@/store/device/preferences'
import { Select } from '@/ui/controls/Select'
import classes from './LayersPanel.module.css'

/** Selects the engine that draws the map on this device; disabled without WebGL. */
export function MapEngineRow() {
  const { t } = useTranslation()
  const { mapEngine, setMapEngine } = usePreferences()
  const here = webglRenderer()
  return (
    <div className={classes.engine}>
      <Select
        label={t('mapEngine.title')}
        value={here === 'none' ? 'canvas' : mapEngine}
        options={MAP_ENGINES.map((value) => ({ value, label: t(`mapEngine.${value}`) }))}
        disabled={here === 'none'}
        onChange={setMapEngine}
      />
      {here !== 'card' && <p className="quiet">{t(`mapEngine.${here}`)}</p>}
    </div>
  )
}
