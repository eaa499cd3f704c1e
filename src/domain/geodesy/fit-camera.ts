import { mercator, TILE_PIXELS, unproject } from './mercator'

/**
 * The camera that fits bounds, [west, south, east, north], into a window with `padding` pixels on each side; same
 * result as MapLibre, before MapLibre is loaded.
 */
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
