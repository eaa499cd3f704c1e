import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { LiveMap } from '@/map/engine/live-map'
import { type Bounds, FIT_PIXELS } from './bounds'

/** Moves a map that nothing lies over to bounds, so that these fill its window. */
export function fitMap(map: LiveMap, bounds: Bounds): void {
  const { clientWidth, clientHeight } = map.getContainer()
  const { lon, lat, zoom } = fitCamera(bounds, clientWidth, clientHeight, FIT_PIXELS)
  map.jumpTo({ center: [lon, lat], zoom })
}
