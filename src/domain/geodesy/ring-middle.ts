import { centerOfMass } from '@turf/turf'
import type { Polygon } from 'geojson'
import { areaSquareMetres } from './area'
import { type AreaIndex, indexArea, surfaceEdges } from './area-index'
import type { Position } from './position'

/** Minimum area; with less, the person stood still or walked a line. */
const MIN_SQUARE_METRES = 1
/** Number of lines across an area whose centre of mass is outside. */
const LINES = 15

/**
 * A point in the middle of the area enclosed by corners, always inside it: the centre of mass, or, for a bent or
 * self-crossing area, the middle of the longest inner segment of some lines across it. Null if the corners enclose no
 * area.
 * @param corners in order, not closed.
 */
export function ringMiddle(corners: readonly Position[]): Position | null {
  if (corners.length < 3) return null
  const surface: Polygon = { type: 'Polygon', coordinates: [[...corners, corners[0]!].map((at) => [...at])] }
  if (!(areaSquareMetres(surface) >= MIN_SQUARE_METRES)) return null
  const index = indexArea(surface)
  const [lon, lat] = centerOfMass(surface).geometry.coordinates as [number, number]
  return index.contains(lon, lat) ? [lon, lat] : longestInside(surfaceEdges(surface), index)
}

/** Middle of the longest inner segment of lines of latitude across an area. */
function longestInside(edges: Float64Array, { bounds: [, south, , north] }: AreaIndex): Position | null {
  let best: Position | null = null
  let longest = 0
  for (let line = 1; line <= LINES; line++) {
    const lat = south + ((north - south) * line) / (LINES + 1)
    const crossings = crossingsAt(edges, lat)
    for (let i = 1; i < crossings.length; i += 2) {
      const [west, east] = [crossings[i - 1]!, crossings[i]!]
      if (east - west <= longest) continue
      longest = east - west
      best = [(west + east) / 2, lat]
    }
  }
  return best
}

/** Longitudes at which edges cross a line of latitude, in order; they alternate between entering and leaving. */
function crossingsAt(edges: Float64Array, lat: number): number[] {
  const lons: number[] = []
  for (let i = 0; i < edges.length; i += 4) {
    const [lon1, lat1, lon2, lat2] = edges.subarray(i, i + 4) as unknown as [number, number, number, number]
    if (lat1 > lat === lat2 > lat) continue
    lons.push(lon1 + ((lat - lat1) / (lat2 - lat1)) * (lon2 - lon1))
  }
  return lons.sort((a, b) => a - b)
}
