import { mercator, TILE_PIXELS, unproject } from './mercator'

/** The camera at which bounds, [west, south, east, north], fill a window but for some pixels at each side: as MapLibre fits them, before it is there. */
export function fitCamera(
  [west, south, east, north]: readonly [number, number, number, number],
  width: number,
  height: number,
  padding: number,
): { readonly lon: number; readonly lat: number; readonly zoom: number } {
  const [left, top] = mercator(west, north)
  const [right, bottom] = mercator(east, south)
  const free = (pixels: number) => Math.max(1, pixels - 2 * padding)
  const zoom = Math.log2(
    Math.min(free(width) / ((right - left) * TILE_PIXELS), free(height) / ((bottom - top) * TILE_PIXELS)),
  )
  const [lon, lat] = unproject((left + right) / 2, (top + bottom) / 2)
  return { lon, lat, zoom }
}
