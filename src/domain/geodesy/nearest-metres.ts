import { indexNearest } from './nearest'

/** Metres from every source to the nearest of the given points; Infinity for sources without a position or without points. */
export function metresToNearest(
  lons: Float64Array,
  lats: Float64Array,
  points: { readonly lons: Float64Array; readonly lats: Float64Array },
): Float64Array {
  const index = indexNearest(points.lons, points.lats)
  return Float64Array.from(lons, (lon, i) =>
    Number.isNaN(lon)
      ? Number.POSITIVE_INFINITY
      : (index.nearest([lon, lats[i]!], 1)[0]?.metres ?? Number.POSITIVE_INFINITY),
  )
}
