import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { LiveMap } from '@/map/engine/live-map'
import { MOST_ZOOM } from '@/map/engine/zooms'
import type { Camera } from '@/store/view/view'
import type { Bounds } from './bounds'

/** The camera at which bounds fill what nothing covers of a map, but for some pixels at each side, and no nearer than a zoom. */
export function cameraFor(map: LiveMap, bounds: Bounds, pixels: number, mostZoom = MOST_ZOOM): Camera {
  const { clientWidth, clientHeight } = map.getContainer()
  const { top, right, bottom, left } = map.getPadding()
  const fitted = fitCamera(bounds, clientWidth - left - right, clientHeight - top - bottom, pixels)
  return { ...fitted, zoom: Math.min(fitted.zoom, mostZoom) }
}
