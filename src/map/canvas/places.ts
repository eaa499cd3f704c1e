import { mercator, TILE_PIXELS, unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { Covered, LngLat, MapPlaces, Pixel, PixelPair } from '@/map/engine/live-map'

/** The equator's length in Web Mercator, in metres. */
const WORLD_METRES = 2 * Math.PI * 6378137

/** Web Mercator metres per pixel at a zoom; OpenLayers calls this the resolution. */
export const resolutionOf = (zoom: number) => WORLD_METRES / (TILE_PIXELS * 2 ** zoom)
export const zoomOf = (resolution: number) => Math.log2(WORLD_METRES / (TILE_PIXELS * resolution))

/** Converts a position to Web Mercator metres. */
export function metresOf([lon, lat]: Position): [x: number, y: number] {
  const [x, y] = mercator(lon, lat)
  return [(x - 0.5) * WORLD_METRES, (0.5 - y) * WORLD_METRES]
}

export function positionOf([x, y]: readonly number[]): [lon: number, lat: number] {
  return unproject(x! / WORLD_METRES + 0.5, 0.5 - y! / WORLD_METRES)
}

export const pairOf = (at: Position | LngLat): Position => ('lng' in at ? [at.lng, at.lat] : at)

/** A map's camera and window size; `centre` is the centre of the part that `padding` leaves free. */
export interface Screen {
  readonly centre: Position
  readonly zoom: number
  readonly width: number
  readonly height: number
  readonly padding: Covered
}

/** Projection between positions and window pixels, computed from the camera alone. */
export function placesOf({ centre, zoom, width, height, padding }: Screen): MapPlaces {
  const world = TILE_PIXELS * 2 ** zoom
  const [x, y] = mercator(...centre)
  const left = x * world - (width + padding.left - padding.right) / 2
  const top = y * world - (height + padding.top - padding.bottom) / 2
  const project = (at: Position | LngLat): Pixel => {
    const [mx, my] = mercator(...pairOf(at))
    return { x: mx * world - left, y: my * world - top }
  }
  const place = ([px, py]: PixelPair): LngLat => {
    const [lng, lat] = unproject((left + px) / world, (top + py) / world)
    return { lng, lat }
  }
  const [northWest, southEast] = [place([0, 0]), place([width, height])]
  return {
    getZoom: () => zoom,
    getBounds: () => ({
      getWest: () => northWest.lng,
      getNorth: () => northWest.lat,
      getEast: () => southEast.lng,
      getSouth: () => southEast.lat,
    }),
    project,
    unproject: place,
  }
}
