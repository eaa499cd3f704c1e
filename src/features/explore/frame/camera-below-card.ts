import { fitCamera } from '@/domain/geodesy/fit-camera'
import { mercator, TILE_PIXELS, unproject } from '@/domain/geodesy/mercator'
import { type Bounds, FIT_PIXELS } from '@/map/instance/bounds'
import type { Covered } from '@/map/instance/covered'
import type { Camera } from '@/store/view/view'

/** Height in pixels of the card with the county's name, which lies over the map's top left corner when zoomed in. */
const COUNTY_CARD_PIXELS = 56

/** The camera that fits bounds into the part of the map that is neither covered nor under the county's card. */
export function cameraBelowCard(
  bounds: Bounds,
  { clientWidth, clientHeight }: HTMLElement,
  { top, right, bottom, left }: Covered,
): Camera {
  const height = clientHeight - top - bottom - COUNTY_CARD_PIXELS
  const { lon, lat, zoom } = fitCamera(bounds, clientWidth - left - right, height, 2 * FIT_PIXELS)
  const [x, y] = mercator(lon, lat)
  const [, higher] = unproject(x, y - COUNTY_CARD_PIXELS / 2 / (TILE_PIXELS * 2 ** zoom))
  return { lon, lat: higher, zoom }
}
