import type { FilteredSources } from '@/questions/filtered-sources'
import { type DrawnOnMap, maskOnMap } from './on-map'

/**
 * Bounding box of the filtered sources whose layers are on the map, in degrees: west, south, east, north; null if
 * none has a position.
 */
export function shownBox(
  filtered: FilteredSources,
  drawn: DrawnOnMap,
): readonly [number, number, number, number] | null {
  const { lons, lats } = filtered.evaluated.opened
  const mask = maskOnMap(filtered, drawn)
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let source = 0; source < mask.length; source++) {
    const [lon, lat] = [lons[source]!, lats[source]!]
    if (mask[source] !== 1 || Number.isNaN(lon)) continue
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return west <= east ? [west, south, east, north] : null
}
