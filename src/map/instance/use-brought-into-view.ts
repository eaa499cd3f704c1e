import { useEffect, useRef } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import type { Camera } from '@/store/view/view'
import { type Covered, isWellVisible } from './covered'
import { isSameCamera } from './same-camera'
import { cameraOf, targetOf } from './use-camera'

/** Close enough to see which street a source is in. */
const SOURCE_ZOOM = 12.5
/** Zoom step, applied repeatedly while others hide the chosen source, up to the zoom where nothing is clustered. */
const NEARER = { step: 1.5, most: 16 } as const

/** Whether the chosen source is drawn by itself, and the zoom for which that is known. */
export interface Apart {
  readonly zoom: number
  readonly isApart: boolean
}

/**
 * Brings the chosen source into the uncovered part of the map, close enough to be drawn by itself; if it is plainly
 * visible the map stays. A link with its own camera gets that camera. When the choice is cleared the map returns to
 * where it was, unless the user has moved it since.
 */
export function useBroughtIntoView(
  map: LiveMap | null,
  position: Position | null,
  covered: Covered,
  apart: Apart | null,
  asked: { readonly chosen: string | null; readonly camera: Camera | null; readonly reported: WeakSet<Camera> },
  /** Called when the map is to fit itself again, as before the choice. */
  onFree: () => void,
) {
  const { chosen, camera, reported } = asked
  // Whether the choice came together with a camera (from a link); a choice made on the screen has none.
  const came = useRef<{ chosen: string | null; camera: Camera | null; withCamera: boolean } | null>(null)
  const { current: before } = came
  came.current = {
    chosen,
    camera,
    withCamera:
      before?.chosen === chosen
        ? before.withCamera
        : camera !== null && camera !== before?.camera && !reported.has(camera),
  }
  const settled = useRef<{ position: Position; at: Camera } | null>(null)
  /** The map's camera before the choice, and the view's camera at that time. */
  const start = useRef<{ at: Camera; camera: Camera | null } | null>(null)
  const latestOnFree = useRef(onFree)
  latestOnFree.current = onFree

  useEffect(() => {
    if (!map) return
    const { current } = settled
    const now = cameraOf(map)
    const isStill = current !== null && isSameCamera(current.at, now)
    if (position === null) {
      const { current: before } = start
      settled.current = null
      start.current = null
      if (!before || !isStill || isSameCamera(before.at, now)) return
      map.jumpTo(targetOf(before.at))
      if (before.camera === null) latestOnFree.current()
      return
    }
    if (came.current?.withCamera) return
    // A panel that opens because of the choice may cover it, so check again; but once the user has moved the map, it
    // stays.
    if (current?.position === position && !isStill) return
    if (!isStill) start.current = { at: now, camera: came.current?.camera ?? null }
    const zoom = map.getZoom()
    const isHidden = apart !== null && Math.abs(apart.zoom - zoom) < 1e-6 && !apart.isApart
    const isSeen = isWellVisible(map, position, covered)
    const nearer = zoom < SOURCE_ZOOM ? SOURCE_ZOOM : isHidden ? Math.min(zoom + NEARER.step, NEARER.most) : zoom
    if (!isSeen || (isHidden && nearer > zoom)) map.jumpTo({ center: position, zoom: Math.max(zoom, nearer) })
    settled.current = { position, at: cameraOf(map) }
  }, [map, position, covered, apart])
}
