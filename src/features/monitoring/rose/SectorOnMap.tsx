import { useTranslation } from 'react-i18next'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import type { Position } from '@/domain/geodesy/position'
import { windSector } from '@/domain/geodesy/upwind'
import { nameOf } from '@/features/monitoring/shown-devices'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useChentu } from '@/store/chentu'
import { useMapTool } from '@/store/page/map-tool'
import { useCompassName } from '@/store/words/compass'
import { Button } from '@/ui/controls/Button'

/** Zoom level at which a sector of a few kilometres fills the map. */
const ZOOM = 11.5

interface Props {
  readonly line: MonitorLine
  readonly position: Position
  readonly sector: number
  /** Distance within which sources are searched. */
  readonly metres: number
}

/** Button that shows a sector of the rose on the map, drawn like the wind of a case. */
export function SectorOnMap({ line, position, sector, metres }: Props) {
  const { t } = useTranslation()
  const directionOf = useCompassName()
  const setView = useChentu((state) => state.setView)
  const setTool = useMapTool((state) => state.set)
  const words = { name: nameOf(line), direction: directionOf(sector), km: metres / 1000 }
  function show() {
    const wind = { fromDegrees: sector * COMPASS_DEGREES, metresPerSecond: 1, share: 1 }
    setTool({ sectors: [windSector(position, wind, metres)], sectorOf: t('monitoring.rose.sectorOf', words) })
    // Closes the panel: one with its own sectors would replace this one.
    setView({ mode: 'explore', panel: null, camera: { lon: position[0], lat: position[1], zoom: ZOOM } })
  }
  return (
    <p>
      <Button onClick={show}>{t('monitoring.rose.onMap', words)}</Button>
    </p>
  )
}
