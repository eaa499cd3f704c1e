import { useEffect, useRef } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import type { Camera } from '@/store/view/view'
import { type Covered, isPlainlySeen } from './covered'
import { isSameCamera } from './same-camera'
import { cameraOf, targetOf } from './use-camera'

/** Near enough to see which street a source is in. */
const SOURCE_ZOOM = 12.5
/** So much nearer the map goes again and again while others hide what was chosen, up to where nothing is put together. */
const NEARER = { step: 1.5, most: 16 } as const

/** Whether what was chosen is drawn by itself, at the zoom for which that is known. */
export interface Apart {
  readonly zoom: number
  readonly isApart: boolean
}

/**
 * Brings what was chosen into the part of the map that nothing covers, so near that it is drawn by itself; what is plainly seen
 * leaves the map where it is. A link that asks for a camera too gets its camera. Once nothing is chosen any more the map is where
 * it was before, unless a hand has moved it since.
 */
export function useBroughtIntoView(
  map: LiveMap | null,
  position: Position | null,
  covered: Covered,
  apart: Apart | null,
  asked: { readonly chosen: string | null; readonly camera: Camera | null; readonly reported: WeakSet<Camera> },
  /** The map fits itself again, as it did before. */
  onFree: () => void,
) {
  const { chosen, camera, reported } = asked
  // Whether what was chosen came together with a camera; what is chosen on the screen comes with none.
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
  /** Where the map was before, and what the view said of it. */
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
    // What opens over the map because of the choice may cover it; once a hand has moved the map, it stays there.
    if (current?.position === position && !isStill) return
    if (!isStill) start.current = { at: now, camera: came.current?.camera ?? null }
    const zoom = map.getZoom()
    const isHidden = apart !== null && Math.abs(apart.zoom - zoom) < 1e-6 && !apart.isApart
    const isSeen = isPlainlySeen(map, position, covered)
    const nearer = zoom < SOURCE_ZOOM ? SOURCE_ZOOM : isHidden ? Math.min(zoom + NEARER.step, NEARER.most) : zoom
    if (!isSeen || (isHidden && nearer > zoom)) map.jumpTo({ center: position, zoom: Math.max(zoom, nearer) })
    settled.current = { position, at: cameraOf(map) }
  }, [map, position, covered, apart])
}
