import { LngLat, type Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef } from 'react'
import type { Camera } from '@/store/view/view'
import { type Bounds, FIT_PIXELS } from './bounds'
import type { Covered } from './covered'

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

/** Less than this nothing on the screen changes that is worth another scale: a row of chips, a line of the legend. */
const REFIT_PIXELS = 120

/** The part of the screen in which a map can be seen. */
function freePart(map: MapLibreMap, { top, right, bottom, left }: Covered) {
  const box = map.getContainer().getBoundingClientRect()
  return { width: box.width - left - right, height: box.height - top - bottom }
}

/**
 * Fits the map to bounds as long as nobody asks for a camera: at first until all is drawn, and then where its window or what
 * covers it changes by much. Otherwise a hand that has just aimed would find another scale.
 */
export function useFitted(
  map: MapLibreMap | null,
  bounds: Bounds | null,
  camera: Camera | null,
  covered: Covered,
  settled: boolean,
) {
  const isFree = camera === null
  const fittedTo = useRef<{ readonly width: number; readonly height: number } | null>(null)
  useEffect(() => {
    if (!map || !bounds || !isFree) {
      fittedTo.current = null
      return
    }
    const refit = () => {
      const free = freePart(map, covered)
      const { current } = fittedTo
      const differs = (a: number, b: number) => Math.abs(a - b) >= REFIT_PIXELS
      if (settled && current && !differs(free.width, current.width) && !differs(free.height, current.height)) return
      fittedTo.current = free
      const fitted = map.cameraForBounds([...bounds] as [number, number, number, number], { padding: FIT_PIXELS })
      if (!fitted?.center || fitted.zoom === undefined) return
      const { lng, lat } = LngLat.convert(fitted.center)
      if (!isSameCamera(cameraOf(map), { lon: lng, lat, zoom: fitted.zoom })) map.jumpTo(fitted, FITTED)
    }
    refit()
    map.on('resize', refit)
    return () => void map.off('resize', refit)
  }, [map, bounds, isFree, covered, settled])
}

/**
 * Leaves everything where it is on the screen when what stands about the map makes it a little larger or smaller, once all is
 * drawn. Where a link put the map and no hand has moved it since, the link's camera stays the middle.
 */
export function useStillOnScreen(map: MapLibreMap | null, settled: boolean, asked: RefObject<Camera | null>) {
  useEffect(() => {
    if (!map || !settled) return
    const measure = () => {
      const { left, top, width, height } = map.getContainer().getBoundingClientRect()
      return { left, top, width, height, window: `${innerWidth} ${innerHeight}` }
    }
    let before = measure()
    const { unsubscribe } = map.on('resize', () => {
      const now = measure()
      const [wider, higher] = [now.width - before.width, now.height - before.height]
      const [right, down] = [now.left - before.left + wider / 2, now.top - before.top + higher / 2]
      const isSmall = Math.abs(wider) < REFIT_PIXELS && Math.abs(higher) < REFIT_PIXELS
      const isAsked = asked.current !== null && isSameCamera(cameraOf(map), asked.current)
      if (isSmall && !isAsked && now.window === before.window && (right !== 0 || down !== 0)) {
        const { x, y } = map.project(map.getCenter())
        map.jumpTo({ center: map.unproject([x + right, y + down]) }, FITTED)
      }
      before = now
    })
    return unsubscribe
  }, [map, settled, asked])
}

/**
 * Moves the map to a camera that a link or typed coordinates ask for. One that the map itself reported is left out: by the time
 * it comes back, the hand on the map has moved on. Returns where the camera is that was asked for last.
 */
export function useAskedCamera(map: MapLibreMap | null, camera: Camera | null, reported: WeakSet<Camera>) {
  const asked = useRef<Camera | null>(null)
  useEffect(() => {
    if (!map || !camera || reported.has(camera)) return
    asked.current = camera
    map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  }, [map, camera, reported])
  return asked
}
