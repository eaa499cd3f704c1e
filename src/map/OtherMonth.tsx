import { useEffect, useRef, useState } from 'react'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { LiveMap } from '@/map/engine/live-map'
import type { MapEngine, MapStart } from '@/map/engine/map-engine'
import { keepInStep } from '@/map/instance/in-step'
import { cameraOf } from '@/map/instance/use-camera'
import { PointerLayer } from '@/map/pointer/PointerLayer'
import classes from './SourceMap.module.css'
import { type MapContent, useMonthOn } from './use-month-on'

interface Props extends MapContent {
  readonly engine: MapEngine
  /** The map that it goes with. */
  readonly leader: LiveMap
  readonly report: MonthReport
  readonly locale: MapStart['locale']
  /** Hears of its map once that has loaded, and of null when it goes. */
  readonly onMap: (map: LiveMap | null) => void
}

/** The map of another month, in step with the one beside it: the same place, the same sources, and whatever can be done there. */
export function OtherMonth({ engine, leader, locale, onMap, ...props }: Props) {
  const { opened } = props
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LiveMap | null>(null)
  const [groundDrawn, setGroundDrawn] = useState(false)
  const { pointer } = useMonthOn({
    ...props,
    map,
    container,
    groundDrawn,
    onGround: setGroundDrawn,
    onSymbols: ignore,
  })
  const first = useRef({ centre: opened.dataset.settings.centre, locale })

  // After everything that is on the map, so that all of that has gone when the map goes.
  useEffect(() => {
    if (!container.current) return
    const made = engine.createMap({
      container: container.current,
      camera: cameraOf(leader),
      bounds: null,
      ...first.current,
    })
    let gone = false
    const endStep = keepInStep(leader, made)
    void made.loaded.then(() => {
      if (gone) return
      setMap(made)
      onMap(made)
    })
    // Basemap servers that don't answer are reported by the map beside it.
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
