import { type RefObject, useEffect, useRef } from 'react'
import type { LiveMap } from '@/map/engine/live-map'
import type { Camera } from '@/store/view/view'
import { type Bounds, FIT_PIXELS } from './bounds'
import { cameraFor } from './camera-for'
import type { Covered } from './covered'
import { isSameCamera } from './same-camera'

/** Marks a move that only fits the map into its window, not made by the user. */
export const FIT_MOVE = { fitted: true } as const

export const cameraOf = (map: LiveMap): Camera => {
  const { lng, lat } = map.getCenter()
  return { lon: lng, lat, zoom: map.getZoom() }
}

/** A camera as a target for `jumpTo`. */
export const targetOf = ({ lon, lat, zoom }: Camera) => ({ center: [lon, lat], zoom }) as const

/** Passes what covers the map to it; the map is centred in the visible part. */
export function useCovered(map: LiveMap | null, { top, right, bottom, left }: Covered) {
  useEffect(() => {
    const now = map?.getPadding()
    const isSame = now?.top === top && now.right === right && now.bottom === bottom && now.left === left
    if (!isSame) map?.jumpTo({ padding: { top, right, bottom, left } }, FIT_MOVE)
  }, [map, top, right, bottom, left])
}

/** Smaller changes (a row of chips, a line of the legend) do not refit the map. */
const REFIT_PIXELS = 120

/** Size of the part of the screen in which the map is visible. */
function freePart(map: LiveMap, { top, right, bottom, left }: Covered) {
  const box = map.getContainer().getBoundingClientRect()
  return { width: box.width - left - right, height: box.height - top - bottom }
}

/**
 * Whether everything was drawn when something was pressed in the page: from then on the map should not change its scale
 * by itself, as its user may be aiming. Earlier the legend may still get a line, when letters or figures arrive.
 */
export function useSettled(drawn: boolean): RefObject<boolean> {
  const settled = useRef(false)
  useEffect(() => {
    if (!drawn) return
    const settle = () => {
      settled.current = true
    }
    const options = { capture: true, once: true }
    addEventListener('pointerdown', settle, options)
    addEventListener('keydown', settle, options)
    return () => {
      removeEventListener('pointerdown', settle, options)
      removeEventListener('keydown', settle, options)
    }
  }, [drawn])
  return settled
}

/**
 * Fits the map to bounds while no camera is set: continuously until it is settled, afterwards only when its window or
 * what covers it changes by much.
 */
export function useFitToBounds(
  map: LiveMap | null,
  bounds: Bounds | null,
  camera: Camera | null,
  covered: Covered,
  settled: RefObject<boolean>,
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
      const isMuch = !current || differs(free.width, current.width) || differs(free.height, current.height)
      if (settled.current && !isMuch) return
      fittedTo.current = free
      const fitted = cameraFor(map, bounds, FIT_PIXELS)
      if (!isSameCamera(cameraOf(map), fitted)) map.jumpTo(targetOf(fitted), FIT_MOVE)
    }
    refit()
    const { unsubscribe } = map.on('resize', refit)
    return unsubscribe
  }, [map, bounds, isFree, covered, settled])
}

/**
 * Keeps everything in place on the screen when the layout around the map changes its size slightly, once it is settled.
 * Where a link's camera is unchanged, that camera stays the centre instead.
 */
export function useStableOnResize(map: LiveMap | null, settled: RefObject<boolean>, asked: RefObject<Camera | null>) {
  useEffect(() => {
    if (!map) return
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
      if (settled.current && isSmall && !isAsked && now.window === before.window && (right !== 0 || down !== 0)) {
        const { x, y } = map.project(map.getCenter())
        map.jumpTo({ center: map.unproject([x + right, y + down]) }, FIT_MOVE)
      }
      before = now
    })
    return unsubscribe
  }, [map, settled, asked])
}

/**
 * Moves the map to a camera requested by a link or typed coordinates. Cameras that the map itself reported are ignored:
 * by the time they come back the user has moved on. Returns a ref to the last requested camera.
 */
export function useRequestedCamera(map: LiveMap | null, camera: Camera | null, reported: WeakSet<Camera>) {
  const asked = useRef<Camera | null>(null)
  useEffect(() => {
    if (!map || !camera || reported.has(camera)) return
    asked.current = camera
    map.jumpTo(targetOf(camera))
  }, [map, camera, reported])
  return asked
}
