import { type RefObject, useEffect, useRef, useState } from 'react'
import { BASEMAP_PREFIX } from '@/layers/basemap-layers'
import type { LiveMap } from '@/map/engine/live-map'
import type { MapEngine, MapStart } from '@/map/engine/map-engine'
import type { Camera } from '@/store/view/view'
import { isSameCamera } from './same-camera'
import { acquireMap, followSize, releaseMap } from './shared-map'
import { onMoveEnd } from './sync-cameras'
import { cameraOf } from './use-camera'

/**
 * The map in a container while the component is mounted. `map` is null until it has loaded; `unanswered` are the ids of
 * basemaps whose server does not answer.
 */
export function useSharedMap(
  engine: MapEngine,
  container: RefObject<HTMLElement | null>,
  key: string,
  start: Omit<MapStart, 'container'>,
  onCamera: (camera: Camera) => void,
) {
  const [map, setMap] = useState<LiveMap | null>(null)
  const [unanswered, setUnanswered] = useState<readonly string[]>([])
  const first = useRef({ key, start })
  // The map outlives renders, so the current handler is read at each event.
  const latestOnCamera = useRef(onCamera)
  latestOnCamera.current = onCamera

  useEffect(() => {
    if (!container.current) return
    const acquired = acquireMap(engine, first.current.key, container.current, first.current.start)
    const { map } = acquired
    const endFollowing = followSize(acquired.element, container.current)
    let gone = false
    void map.loaded.then(() => !gone && setMap(map))
    const failed = map.on('error', (event) => {
      const { sourceId: source = '' } = event
      if (!source.startsWith(BASEMAP_PREFIX)) return reportError(event.error)
      const id = source.slice(BASEMAP_PREFIX.length)
      setUnanswered((before) => (before.includes(id) ? before : [...before, id]))
    })
    let last = cameraOf(map)
    const endMoves = onMoveEnd(map, (event) => {
      const next = cameraOf(map)
      // A resized window or a changed cover is not a move.
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
  }, [engine, container])

  return { map, unanswered }
}
