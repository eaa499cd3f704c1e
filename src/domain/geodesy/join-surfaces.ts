import type { Surface } from './area-index'

/** Several surfaces as one, as of a county that has ground in several places. */
export function joinSurfaces(surfaces: readonly Surface[]): Surface {
  if (surfaces.length === 1) return surfaces[0]!
  const coordinates = surfaces.flatMap((each) => (each.type === 'Polygon' ? [each.coordinates] : each.coordinates))
  return { type: 'MultiPolygon', coordinates }
}
