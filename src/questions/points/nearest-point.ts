import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { FilteredSources } from '@/questions/filtered-sources'

/** Code of the dustfall point nearest to the mean position of the filtered sources; null if there is none. */
export function nearestPoint({ evaluated, mask }: FilteredSources): string | null {
  const { pack, lons, lats } = evaluated.opened
  let [lon, lat, count] = [0, 0, 0]
  for (let source = 0; source < mask.length; source++) {
    if (mask[source] !== 1 || Number.isNaN(lons[source]!)) continue
    lon += lons[source]!
    lat += lats[source]!
    count++
  }
  if (count === 0) return null
  const middle: Position = [lon / count, lat / count]
  const points = pack.dustfallPoints.filter(isPlaced).map((point) => ({
    code: point.code,
    metres: distanceMetres(middle, [point.lon, point.lat]),
  }))
  return points.sort((a, b) => a.metres - b.metres)[0]?.code ?? null
}

/** Whether the position of a dustfall point is known. */
export const isPlaced = ({ lon, lat }: { readonly lon: number; readonly lat: number }) =>
  !Number.isNaN(lon) && !Number.isNaN(lat)
