import { nearbyDistanceMetres } from './distance'

/**
 * Distance in metres from every source to the nearest of a few points, accurate enough for sorting: within decimetres
 * up to 50 km. Infinity for sources without a position, or if there are no points.
 */
export function metresToNearest(
  lons: Float64Array,
  lats: Float64Array,
  points: { readonly lons: Float64Array; readonly lats: Float64Array },
): Float64Array {
  const nearest = new Float64Array(lons.length).fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i < lons.length; i++) {
    if (Number.isNaN(lons[i]!)) continue
    for (let point = 0; point < points.lons.length; point++) {
      const metres = nearbyDistanceMetres(lons[i]!, lats[i]!, points.lons[point]!, points.lats[point]!)
      if (metres < nearest[i]!) nearest[i] = metres
    }
  }
  return nearest
}
