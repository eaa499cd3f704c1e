import type { FeatureCollection } from 'geojson'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'

/** Pixels left free about the bounds that a map is fitted to. */
export const FIT_PIXELS = 24

/** Degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** The box about all surfaces of a collection, or null where there is none. */
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
