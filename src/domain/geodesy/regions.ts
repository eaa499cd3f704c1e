import Flatbush from 'flatbush'
import { indexArea, type Surface } from './area-index'

/** Finds the region of a position. */
export interface RegionIndex {
  /** Number of the region that holds the position, or -1. */
  find(lon: number, lat: number): number
}

/** An index over regions (counties); a point on a shared border belongs to exactly one of them. */
export function indexRegions(surfaces: readonly Surface[]): RegionIndex {
  if (surfaces.length === 0) return { find: () => -1 }
  const areas = surfaces.map(indexArea)
  const boxes = new Flatbush(areas.length)
  for (const area of areas) boxes.add(...area.bounds)
  boxes.finish()
  return {
    find(lon, lat) {
      if (Number.isNaN(lon) || Number.isNaN(lat)) return -1
      for (const region of boxes.search(lon, lat, lon, lat)) if (areas[region]!.contains(lon, lat)) return region
      return -1
    },
  }
}
