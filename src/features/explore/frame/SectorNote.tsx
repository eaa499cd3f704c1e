import { useTranslation } from 'react-i18next'
import { useMapTool } from '@/store/page/map-tool'
import { Button } from '@/ui/controls/Button'
import classes from './SectorNote.module.css'

/** Explains the sector on the map, with a button to remove it; nothing if a panel explains it. */
export function SectorNote() {
  const { t } = useTranslation()
  const { sectorOf, set } = useMapTool()
  if (sectorOf === '') return null
  return (
    <p role="note" className={classes.note}>
      {sectorOf} <Button onClick={() => set({ sectors: [] })}>{t('monitoring.rose.offMap')}</Button>
    </p>
  )
}
