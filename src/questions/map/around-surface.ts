import type { Feature, Polygon } from 'geojson'
import type { Surface } from '@/domain/geodesy/area-index'
import { destination } from '@/domain/geodesy/distance'
import type { SurroundedPlaces } from '@/domain/sources/view/area'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { aroundPlaces } from './area-places'

/** Beyond this many places no joined surface is made: the union would block the worker for seconds. */
const MAX_PLACES = 600
const CORNERS = 48

/**
 * The surroundings of many places as one surface, for drawing only: membership is decided by distance, not by this
 * surface. Null if there are no places, or too many to join. Loads Turf at the first call.
 */
export async function aroundSurface(
  evaluated: EvaluatedPackage,
  surrounded: SurroundedPlaces,
  metres: number,
): Promise<Surface | null> {
  const { places, lines } = aroundPlaces(evaluated, surrounded)
  const rows = Array.from(places.lons.keys()).filter((row) => !Number.isNaN(places.lons[row]!))
  if (rows.length + lines.length === 0 || rows.length + lines.length > MAX_PLACES) return null
  const { buffer, featureCollection, union } = await import('@turf/turf')
  const circles = rows.map((row) => circle([places.lons[row]!, places.lats[row]!], metres))
  const strips = lines.flatMap((line) => buffer(line, metres, { units: 'meters' }) ?? [])
  const parts = [...circles, ...strips]
  return parts.length === 1 ? parts[0]!.geometry : (union(featureCollection<Surface>(parts))?.geometry ?? null)
}

function circle(centre: readonly [number, number], metres: number): Feature<Polygon> {
  const corners = Array.from({ length: CORNERS + 1 }, (_, i) => [
    ...destination(centre, (360 * (i % CORNERS)) / CORNERS, metres),
  ])
  return { type: 'Feature', properties: null, geometry: { type: 'Polygon', coordinates: [corners] } }
}
