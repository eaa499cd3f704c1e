import type { Geometry, Position as Place } from 'geojson'
import { indexArea } from '@/domain/geodesy/area-index'

/** What the map shows, in degrees. */
export type ViewBounds = readonly [west: number, south: number, east: number, north: number]

/** Whether a place is in view. */
export const placeInView = ([west, south, east, north]: ViewBounds, lon: number, lat: number): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north

/** Whether a part of a straight line lies in a box (Liang and Barsky). */
function crosses([west, south, east, north]: ViewBounds, from: Place, to: Place): boolean {
  const [x, y] = [from[0]!, from[1]!]
  const [dx, dy] = [to[0]! - x, to[1]! - y]
  let [first, last] = [0, 1]
  for (const [step, room] of [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - south],
    [dy, north - y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false
      continue
    }
    const share = room / step
    if (step < 0) first = Math.max(first, share)
    else last = Math.min(last, share)
    if (first > last) return false
  }
  return true
}

const lineCrosses = (bounds: ViewBounds, line: readonly Place[]) =>
  line.some((to, i) => i > 0 && crosses(bounds, line[i - 1]!, to))

/** Whether the edge of a surface, or a line, is in view. */
export function edgeInView(bounds: ViewBounds, geometry: Geometry): boolean {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineCrosses(bounds, line))
    case 'MultiPolygon':
      return geometry.coordinates.flat().some((line) => lineCrosses(bounds, line))
    case 'LineString':
      return lineCrosses(bounds, geometry.coordinates)
    case 'Point':
      return placeInView(bounds, geometry.coordinates[0]!, geometry.coordinates[1]!)
    default:
      return false
  }
}

/** Whether any part of a surface is in view, its inside too. */
export function surfaceInView(bounds: ViewBounds, geometry: Geometry): boolean {
  if (edgeInView(bounds, geometry)) return true
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false
  const [west, south, east, north] = bounds
  return indexArea(geometry).contains((west + east) / 2, (south + north) / 2)
}
