import type { Surface } from '@/domain/geodesy/area-index'
import type { SurroundedPlaces } from '@/domain/sources/view/area'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { aroundPlaces } from './area-places'

/** Beyond this many places no joined surface is made: the union would block the worker for seconds. */
const MAX_PLACES = 600

/**
 * The surroundings of many places as one surface, for drawing only: membership is decided by distance, not by this
 * surface. Null if there are no places, or too many to join. Loads Turf's offsets at the first call.
 */
export async function aroundSurface(
  evaluated: EvaluatedPackage,
  surrounded: SurroundedPlaces,
  metres: number,
): Promise<Surface | null> {
  const { places, lines } = aroundPlaces(evaluated, surrounded)
  const rows = Array.from(places.lons.keys()).filter((row) => !Number.isNaN(places.lons[row]!))
  if (rows.length + lines.length === 0 || rows.length + lines.length > MAX_PLACES) return null
  // By a file of its own: importing Turf itself here would load all of it with the worker.
  const { joinedSurroundings } = await import('@/domain/geodesy/joined-surroundings')
  return joinedSurroundings(
    rows.map((row) => [places.lons[row]!, places.lats[row]!] as const),
    lines,
    metres,
  )
}
