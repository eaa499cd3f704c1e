import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { LiveMap } from '@/map/engine/live-map'
import { type Bounds, FIT_PIXELS } from './bounds'

/** Fits an uncovered map to bounds. */
export function fitMap(map: LiveMap, bounds: Bounds): void {
  const { clientWidth, clientHeight } = map.getContainer()
  const { lon, lat, zoom } = fitCamera(bounds, clientWidth, clientHeight, FIT_PIXELS)
  map.jumpTo({ center: [lon, lat], zoom })
}
