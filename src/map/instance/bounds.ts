import type { FeatureCollection } from 'geojson'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'
import type { Dataset } from '@/questions/dataset'
import { memoOf } from '@/questions/memo'
import type { Camera, View } from '@/store/view/view'

/** Pixels left free around the bounds that a map is fitted to. */
export const FIT_PIXELS = 24

/** In degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Bounds of all surfaces of a collection; null if there are none. */
export function boundsOf(collection: FeatureCollection): Bounds | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { geometry } of collection.features) {
    for (const [lon, lat] of surfaceRings(geometry as Surface).flat()) {
      west = Math.min(west, lon)
      south = Math.min(south, lat)
      east = Math.max(east, lon)
      north = Math.max(north, lat)
    }
  }
  return west <= east ? [west, south, east, north] : null
}

const outlineBounds = memoOf(boundsOf)

const METRES_OF_A_DEGREE = 111_000

/** What a map shows at first: bounds of the city and, if shown, of the ring around its core. Null without outlines. */
export function cityBounds(
  { outlines, builtUpArea, settings }: Pick<Dataset, 'outlines' | 'builtUpArea' | 'settings'>,
  { ring, hidden }: Pick<View, 'ring' | 'hidden'>,
): Bounds | null {
  const city = outlineBounds(outlines)
  if (!city || hidden.includes('ring')) return city
  const { basis, radiusMetres } = ring ?? settings.ring
  const [lon, lat] = settings.centre
  const core: Bounds =
    basis === 'outline' && builtUpArea
      ? boundsOf({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: builtUpArea }] })!
      : [lon, lat, lon, lat]
  const north = radiusMetres / METRES_OF_A_DEGREE
  const east = north / Math.cos((lat * Math.PI) / 180)
  return [
    Math.min(city[0], core[0] - east),
    Math.min(city[1], core[1] - north),
    Math.max(city[2], core[2] + east),
    Math.max(city[3], core[3] + north),
  ]
}

/** The world's width at zoom 0, and the visible part of a desk's map between its panels, in pixels. */
const WORLD_PIXELS = 512
const DESK_MAP = { width: 900, height: 640 }

/** Bounds that a camera shows on a desk's map, so that a picture of another size shows at least as much. */
export function cameraBounds({ lon, lat, zoom }: Camera): Bounds {
  const degrees = 360 / (WORLD_PIXELS * 2 ** zoom)
  const east = (DESK_MAP.width / 2) * degrees
  const north = (DESK_MAP.height / 2) * degrees * Math.cos((lat * Math.PI) / 180)
  return [lon - east, lat - north, lon + east, lat + north]
}
