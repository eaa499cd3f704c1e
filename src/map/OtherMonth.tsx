import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { createMap, type MapStart } from '@/map/instance/create-map'
import { keepInStep } from '@/map/instance/in-step'
import type { Overlaid } from '@/map/instance/shared-map'
import { cameraOf } from '@/map/instance/use-camera'
import { PointerLayer } from '@/map/pointer/PointerLayer'
import classes from './SourceMap.module.css'
import { type MapContent, useMonthOn } from './use-month-on'

interface Props extends MapContent {
  /** The map that it goes with. */
  readonly leader: MapLibreMap
  readonly report: MonthReport
  readonly locale: MapStart['locale']
  /** Hears of its map once that has loaded, and of null when it goes. */
  readonly onMap: (map: MapLibreMap | null) => void
}

/** The map of another month, in step with the one beside it: the same place, the same sources, and whatever can be done there. */
export function OtherMonth({ leader, locale, onMap, ...props }: Props) {
  const { opened } = props
  const container = useRef<HTMLDivElement>(null)
  const overlaid = useRef<Overlaid | null>(null)
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [groundDrawn, setGroundDrawn] = useState(false)
  const { pointer } = useMonthOn({
    ...props,
    map,
    overlaid,
    container,
    groundDrawn,
    onGround: setGroundDrawn,
    onSymbols: ignore,
  })
  const first = useRef({ centre: opened.dataset.settings.centre, locale })

  // After everything that is on the map, so that all of that has gone when the map goes.
  useEffect(() => {
    if (!container.current) return
    const made = createMap({ container: container.current, camera: cameraOf(leader), bounds: null, ...first.current })
    const own: Overlaid = { map: made, overlay: null }
    overlaid.current = own
    const endStep = keepInStep(leader, made)
    const loaded = made.on('load', () => {
      setMap(made)
      onMap(made)
    })
    // Basemap servers that don't answer are reported by the map beside it.
    made.on('error', ignore)
    return () => {
      endStep()
      loaded.unsubscribe()
      setMap(null)
      onMap(null)
      if (own.overlay) void own.overlay.finally(() => made.remove())
      else made.remove()
    }
  }, [leader, onMap])

  return (
    <>
      <div ref={container} className={classes.map} data-testid="other-month" />
      {map && <PointerLayer {...pointer} map={map} leads={false} onSelect={props.onSelect} />}
    </>
  )
}

const ignore = () => undefined
