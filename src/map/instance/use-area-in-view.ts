import { bbox } from '@turf/turf'
import type { Geometry } from 'geojson'
import { useEffect, useRef } from 'react'
import type { AreaStep } from '@/domain/sources/view/area'
import type { LiveMap } from '@/map/engine/live-map'
import type { Camera } from '@/store/view/view'
import { type Bounds, FIT_PIXELS } from './bounds'
import { cameraFor } from './camera-for'
import { type Covered, uncoveredBounds } from './covered'
import { isSameCamera } from './same-camera'
import { cameraOf, targetOf } from './use-camera'
import { visibleShare } from './visible-share'

/** An area with a smaller visible share counts as out of view. */
const SEEN_SHARE = 0.5
/** Maximum zoom, so that a single place is shown with its surroundings. */
const NEAREST = 13

interface Added {
  readonly steps: readonly AreaStep[]
  /** Camera at the time the steps were added. */
  readonly at: Camera
}

/**
 * Moves to an area that was added to the filters if it is out of view. The map stays if the area is in view, or if the
 * user moved the map before the area's geometry was known. Where a link or a step back brings a camera too, that camera
 * wins.
 */
export function useAreaInView(
  map: LiveMap | null,
  steps: readonly AreaStep[],
  geometryOf: (step: AreaStep) => Geometry | null,
  covered: Covered,
  { camera, reported }: { readonly camera: Camera | null; readonly reported: WeakSet<Camera> },
) {
  const before = useRef({ steps, camera })
  const added = useRef<Added | null>(null)
  useEffect(() => {
    if (!map) return
    if (before.current.steps !== steps) {
      const known = new Set(before.current.steps.map((step) => JSON.stringify(step)))
      const fresh = steps.filter((step) => !known.has(JSON.stringify(step)))
      const isAsked = camera !== null && camera !== before.current.camera && !reported.has(camera)
      added.current = fresh.length === 0 || isAsked ? null : { steps: fresh, at: cameraOf(map) }
    }
    before.current = { steps, camera }
    const { current } = added
    if (!current) return
    const geometries = current.steps.map(geometryOf)
    // Null while the worker still computes the surroundings of many places.
    if (geometries.includes(null)) return
    added.current = null
    const bounds = bbox({ type: 'GeometryCollection', geometries: geometries as Geometry[] }) as unknown as Bounds
    if (!isSameCamera(current.at, cameraOf(map))) return
    if (visibleShare(bounds, uncoveredBounds(map, covered)) >= SEEN_SHARE) return
    map.jumpTo(targetOf(cameraFor(map, bounds, FIT_PIXELS, NEAREST)))
  }, [map, steps, geometryOf, covered, camera, reported])
}
