import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { BASEMAP_PREFIX } from '@/layers/basemap-layers'
import type { Camera } from '@/store/view/view'
import type { MapStart } from './create-map'
import { onMoveEnd } from './in-step'
import { acquireMap, followSize, releaseMap, type SharedMap } from './shared-map'
import { cameraOf, isSameCamera } from './use-camera'

/**
 * The map in a container, as long as the component is rendered. `map` is null until it has loaded; `unanswered` are the ids of
 * basemaps whose server does not answer.
 */
export function useSharedMap(
  container: RefObject<HTMLElement | null>,
  key: string,
  start: Omit<MapStart, 'container'>,
  onCamera: (camera: Camera) => void,
) {
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [unanswered, setUnanswered] = useState<readonly string[]>([])
  const shared = useRef<SharedMap | null>(null)
  const first = useRef({ key, start })
  // The map outlives every render, so the handler is read at each event.
  const latestOnCamera = useRef(onCamera)
  latestOnCamera.current = onCamera

  useEffect(() => {
    if (!container.current) return
    const acquired = acquireMap(first.current.key, container.current, first.current.start)
    shared.current = acquired
    const { map } = acquired
    const endFollowing = followSize(acquired.element, container.current)
    let gone = false
    void acquired.loaded.then(() => !gone && setMap(map))
    const failed = map.on('error', (event) => {
      const source = 'sourceId' in event ? String(event.sourceId) : ''
      if (!source.startsWith(BASEMAP_PREFIX)) return reportError(event.error)
      const id = source.slice(BASEMAP_PREFIX.length)
      setUnanswered((before) => (before.includes(id) ? before : [...before, id]))
    })
    let last = cameraOf(map)
    const endMoves = onMoveEnd(map, (event) => {
      const next = cameraOf(map)
      // Another window, or what lies over the map, moves nothing.
      const isMoved = !('fitted' in event) && !isSameCamera(last, next)
      last = next
      if (isMoved) latestOnCamera.current(next)
    })
    return () => {
      gone = true
      setMap(null)
      endFollowing()
      failed.unsubscribe()
      endMoves()
      releaseMap(acquired)
    }
  }, [container])

  return { map, unanswered, shared }
}
