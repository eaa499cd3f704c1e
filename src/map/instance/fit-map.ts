import { fitCamera } from '@/domain/geodesy/fit-camera'
import { TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { LiveMap } from '@/map/engine/live-map'
import type { Camera } from '@/store/view/view'
import { type Bounds, FIT_PIXELS } from './bounds'

/** Width of the buttons at the right edge of a map on a touch screen, with the space around them. */
const BUTTONS_PIXELS = 64

/** Camera at which bounds fill an uncovered map beside its buttons, under which a truck would not be visible. */
export function cameraBesideButtons(map: Pick<LiveMap, 'getContainer'>, bounds: Bounds): Camera {
  const { clientWidth, clientHeight } = map.getContainer()
  const covered = BUTTONS_PIXELS - FIT_PIXELS
  const { lon, lat, zoom } = fitCamera(bounds, clientWidth - covered, clientHeight, FIT_PIXELS)
  return { lon: lon + ((covered / 2) * 360) / (TILE_PIXELS * 2 ** zoom), lat, zoom }
}

/** Fits an uncovered map to bounds. */
export function fitMap(map: LiveMap, bounds: Bounds): void {
  const { lon, lat, zoom } = cameraBesideButtons(map, bounds)
  map.jumpTo({ center: [lon, lat], zoom })
}
