import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { Camera } from '@/store/view/view'

/** Near enough to see which street a source is in. */
const SOURCE_ZOOM = 12.5

/**
 * Moves the map to a camera that a link or typed coordinates ask for. One that the map itself reported is left out: by the time
 * it comes back, the hand on the map has moved on.
 */
export function useAskedCamera(map: MapLibreMap | null, camera: Camera | null, reported: WeakSet<Camera>) {
  useEffect(() => {
    if (map && camera && !reported.has(camera)) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  }, [map, camera, reported])
}

/** Brings what was chosen in a list into view; what is in view already, as after a press on the map, leaves the map where it is. */
export function useBroughtIntoView(map: MapLibreMap | null, position: Position | null) {
  useEffect(() => {
    if (!map || position === null || map.getBounds().contains([...position])) return
    map.easeTo({ center: [...position], zoom: Math.max(map.getZoom(), SOURCE_ZOOM), duration: 200 })
  }, [map, position])
}
