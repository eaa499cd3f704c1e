import { useEffect, useRef, useState } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { LiveMap } from '@/map/engine/live-map'
import type { MapEngine, MapStart } from '@/map/engine/map-engine'
import { syncCameras } from '@/map/instance/sync-cameras'
import { cameraOf } from '@/map/instance/use-camera'
import { PointerLayer } from '@/map/pointer/PointerLayer'
import classes from './SourceMap.module.css'
import { type MapContent, useMonthLayers } from './use-month-layers'

interface Props extends MapContent {
  readonly engine: MapEngine
  /** The map that this one keeps in step with. */
  readonly leader: LiveMap
  readonly report: MonthReport
  readonly locale: MapStart['locale']
  /** Called with the map once it has loaded, and with null when it is removed. */
  readonly onMap: (map: LiveMap | null) => void
}

/** The map of a second month, kept in step with the map beside it: same camera, same sources, same interactions. */
export function OtherMonth({ engine, leader, locale, onMap, ...props }: Props) {
  const { opened } = props
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LiveMap | null>(null)
  const [groundDrawn, setGroundDrawn] = useState(false)
  const { pointer } = useMonthLayers({
    ...props,
    map,
    container,
    groundDrawn,
    onGround: setGroundDrawn,
    onSymbols: ignore,
  })
  const first = useRef({ centre: opened.dataset.settings.centre, locale })

  // Declared after every hook that draws on the map, so that their cleanups run before the map is removed.
  useEffect(() => {
    if (!container.current) return
    const made = engine.createMap({
      container: container.current,
      camera: cameraOf(leader),
      bounds: null,
      ...first.current,
    })
    let gone = false
    const endStep = syncCameras(leader, made)
    void made.loaded.then(() => {
      if (gone) return
      setMap(made)
      onMap(made)
    })
    // The map beside it already reports basemap servers that don't answer.
    made.on('error', ignore)
    return () => {
      endStep()
      gone = true
      setMap(null)
      onMap(null)
      made.remove()
    }
  }, [engine, leader, onMap])

  return (
    <>
      <div ref={container} className={classes.map} data-testid="other-month" />
      {map && <PointerLayer {...pointer} map={map} leads={false} onSelect={props.onSelect} />}
    </>
  )
}

const ignore = () => undefined
