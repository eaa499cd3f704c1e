import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { BASEMAP_PREFIX } from '@/layers/basemap-layers'
import type { Camera } from '@/store/view/view'
import type { MapStart } from './create-map'
import type { SourceOverlay } from './source-overlay'
import { followSize, overlayOf, parkMap, type StandingMap, takeMap } from './standing-map'

/**
 * The map in a container as long as the component is there, from the moment on in which it can be drawn on.
 * `silent`: basemaps whose server does not answer.
 */
export function useStandingMap(
  container: RefObject<HTMLElement | null>,
  key: string,
  start: Omit<MapStart, 'container'>,
  onCamera: (camera: Camera) => void,
) {
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [silent, setSilent] = useState<readonly string[]>([])
  const standing = useRef<StandingMap | null>(null)
  // The map outlives every change of what it shows; the handler is read anew at each event.
  const first = useRef({ key, start })
  const latest = useRef(onCamera)
  latest.current = onCamera

  useEffect(() => {
    if (!container.current) return
    const taken = takeMap(first.current.key, container.current, first.current.start)
    standing.current = taken
    const { map } = taken
    const letGo = followSize(taken.element, container.current)
    let gone = false
    void taken.loaded.then(() => !gone && setMap(map))
    const failed = map.on('error', (event) => {
      const source = 'sourceId' in event ? String(event.sourceId) : ''
      if (!source.startsWith(BASEMAP_PREFIX)) return reportError(event.error)
      const id = source.slice(BASEMAP_PREFIX.length)
      setSilent((before) => (before.includes(id) ? before : [...before, id]))
    })
    const moved = map.on('moveend', () => {
      const { lng, lat } = map.getCenter()
      latest.current({ lon: lng, lat, zoom: map.getZoom() })
    })
    return () => {
      gone = true
      setMap(null)
      letGo()
      failed.unsubscribe()
      moved.unsubscribe()
      parkMap(taken)
    }
  }, [container])

  return { map, silent, standing }
}

/** The symbols over a map once its counties stand; null before. */
export function useOverlay(standing: RefObject<StandingMap | null>, based: boolean): SourceOverlay | null {
  const [overlay, setOverlay] = useState<SourceOverlay | null>(null)
  useEffect(() => {
    const { current } = standing
    if (!current || !based) return
    let gone = false
    void overlayOf(current).then((made) => !gone && setOverlay(made))
    return () => {
      gone = true
      setOverlay(null)
    }
  }, [standing, based])
  return overlay
}
