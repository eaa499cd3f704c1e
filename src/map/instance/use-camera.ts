import { LngLat, type Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { Camera } from '@/store/view/view'
import { type Bounds, FIT_PIXELS } from './bounds'
import { type Covered, isPlainlySeen } from './covered'

/** Near enough to see which street a source is in. */
const SOURCE_ZOOM = 12.5

/** Marks a move that only fits the map into its window: no hand has moved it. */
export const FITTED = { fitted: true } as const

export const cameraOf = (map: MapLibreMap): Camera => {
  const { lng, lat } = map.getCenter()
  return { lon: lng, lat, zoom: map.getZoom() }
}

export const isSameCamera = (one: Camera, other: Camera) =>
  Math.abs(one.lon - other.lon) < 1e-7 && Math.abs(one.lat - other.lat) < 1e-7 && Math.abs(one.zoom - other.zoom) < 1e-4

/** Tells the map what lies over it: its middle is the middle of what can be seen. */
export function useCovered(map: MapLibreMap | null, { top, right, bottom, left }: Covered) {
  useEffect(() => {
    const now = map?.getPadding()
    const isSame = now?.top === top && now.right === right && now.bottom === bottom && now.left === left
    if (!isSame) map?.jumpTo({ padding: { top, right, bottom, left } }, FITTED)
  }, [map, top, right, bottom, left])
}

/** Fits the map to bounds as long as nobody asks for a camera: at first, and whenever its window or what covers it changes. */
export function useFitted(
  map: MapLibreMap | null,
  bounds: Bounds | null,
  camera: Camera | null,
  { top, right, bottom, left }: Covered,
) {
  const isFree = camera === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: fitted again when something else lies over the map
  useEffect(() => {
    if (!map || !bounds || !isFree) return
    const refit = () => {
      const fitted = map.cameraForBounds([...bounds] as [number, number, number, number], { padding: FIT_PIXELS })
      if (!fitted?.center || fitted.zoom === undefined) return
      const { lng, lat } = LngLat.convert(fitted.center)
      if (!isSameCamera(cameraOf(map), { lon: lng, lat, zoom: fitted.zoom })) map.jumpTo(fitted, FITTED)
    }
    refit()
    map.on('resize', refit)
    return () => void map.off('resize', refit)
  }, [map, bounds, isFree, top, right, bottom, left])
}

/**
 * Moves the map to a camera that a link or typed coordinates ask for. One that the map itself reported is left out: by the time
 * it comes back, the hand on the map has moved on.
 */
export function useAskedCamera(map: MapLibreMap | null, camera: Camera | null, reported: WeakSet<Camera>) {
  useEffect(() => {
    if (map && camera && !reported.has(camera)) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  }, [map, camera, reported])
}

/**
 * Brings what was chosen into the part of the map that nothing covers; what is plainly seen there leaves the map where it is. A
 * link that asks for a camera too gets its camera.
 */
export function useBroughtIntoView(
  map: MapLibreMap | null,
  position: Position | null,
  covered: Covered,
  asked: { readonly source: string | null; readonly camera: Camera | null; readonly reported: WeakSet<Camera> },
) {
  const { source, camera, reported } = asked
  // Whether the chosen source came together with a camera; one that is chosen on the screen comes with none.
  const came = useRef<{ source: string | null; camera: Camera | null; withCamera: boolean } | null>(null)
  const { current: before } = came
  came.current = {
    source,
    camera,
    withCamera:
      before?.source === source
        ? before.withCamera
        : camera !== null && camera !== before?.camera && !reported.has(camera),
  }
  const settled = useRef<{ position: Position; at: Camera } | null>(null)

  useEffect(() => {
    if (!map || position === null || came.current?.withCamera) return
    const { current } = settled
    // What opens over the map because of the choice may cover it; once a hand has moved the map, it stays there.
    if (current?.position === position && !isSameCamera(current.at, cameraOf(map))) return
    if (!isPlainlySeen(map, position, covered)) {
      map.jumpTo({ center: [...position], zoom: Math.max(map.getZoom(), SOURCE_ZOOM) })
    }
    settled.current = { position, at: cameraOf(map) }
  }, [map, position, covered])
}
