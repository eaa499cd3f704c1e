import { useTranslation } from 'react-i18next'
import type { LiveMap } from '@/map/engine/live-map'
import classes from './SnapMark.module.css'
import type { SnapTarget } from './snapping'

/** A ring with a name around the thing that a circle's centre would snap to. */
export function SnapMark({ map, near }: { readonly map: LiveMap; readonly near: SnapTarget }) {
  const { t } = useTranslation()
  const { x, y } = map.project(near.at)
  return (
    <div className={classes.mark} style={{ transform: `translate(${x}px, ${y}px)` }} data-testid="snapped">
      <span>{t('map.snap', { name: near.name })}</span>
    </div>
  )
}
