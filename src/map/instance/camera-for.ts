import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { LiveMap } from '@/map/engine/live-map'
import { MAX_ZOOM } from '@/map/engine/zooms'
import type { Camera } from '@/store/view/view'
import type { Bounds } from './bounds'

/** Camera at which bounds fill the uncovered part of a map, with `pixels` free on each side and at most `mostZoom`. */
export function cameraFor(map: LiveMap, bounds: Bounds, pixels: number, mostZoom = MAX_ZOOM): Camera {
  const { clientWidth, clientHeight } = map.getContainer()
  const { top, right, bottom, left } = map.getPadding()
  const fitted = fitCamera(bounds, clientWidth - left - right, clientHeight - top - bottom, pixels)
  return { ...fitted, zoom: Math.min(fitted.zoom, mostZoom) }
}
