import { buffer, featureCollection, union } from '@turf/turf'
import type { Feature, LineString, MultiLineString, Polygon } from 'geojson'
import type { Surface } from './area-index'
import { destination } from './distance'
import type { Position } from './position'

const CORNERS = 48

/**
 * All that is within so many metres of some points or lines, joined into one surface, for drawing only: circles have
 * 48 corners, and strips along lines are planar offsets. Null if there are neither points nor lines.
 */
export function joinedSurroundings(
  points: readonly Position[],
  lines: readonly (LineString | MultiLineString)[],
  metres: number,
): Surface | null {
  const circles = points.map((point) => circle(point, metres))
  const strips = lines.flatMap((line) => buffer(line, metres, { units: 'meters' }) ?? [])
  const [first, ...others] = [...circles, ...strips]
  if (!first || others.length === 0) return first?.geometry ?? null
  return union(featureCollection<Surface>([first, ...others]))?.geometry ?? null
}

function circle(centre: Position, metres: number): Feature<Polygon> {
  const corners = Array.from({ length: CORNERS + 1 }, (_, i) => [
    ...destination(centre, (360 * (i % CORNERS)) / CORNERS, metres),
  ])
  return { type: 'Feature', properties: null, geometry: { type: 'Polygon', coordinates: [corners] } }
}
