import type { Geometry, Position as Place } from 'geojson'
import { indexArea } from '@/domain/geodesy/area-index'
import { clipSegment } from './clip'

/** Visible bounds of the map, in degrees. */
export type ViewBounds = readonly [west: number, south: number, east: number, north: number]

/** Whether a position is in view. */
export const placeInView = ([west, south, east, north]: ViewBounds, lon: number, lat: number): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north

const lineCrosses = (bounds: ViewBounds, line: readonly Place[]) =>
  line.some((to, i) => i > 0 && clipSegment(bounds, line[i - 1]!, to) !== null)

/** Whether a line, or the edge of a surface, is in view. */
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

/** Whether any part of a surface is in view, including its inside. */
export function surfaceInView(bounds: ViewBounds, geometry: Geometry): boolean {
  if (edgeInView(bounds, geometry)) return true
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false
  const [west, south, east, north] = bounds
  return indexArea(geometry).contains((west + east) / 2, (south + north) / 2)
}
