import type { Surface } from './area-index'

/** Joins surfaces into one, such as a county with several separate parts. */
export function joinSurfaces(surfaces: readonly Surface[]): Surface {
  if (surfaces.length === 1) return surfaces[0]!
  const coordinates = surfaces.flatMap((each) => (each.type === 'Polygon' ? [each.coordinates] : each.coordinates))
  return { type: 'MultiPolygon', coordinates }
}
