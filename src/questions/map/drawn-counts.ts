import { isOnMaps, type KindId } from '@/domain/sources/kinds/kind'
import type { FilteredSources } from '@/questions/filtered-sources'
import { type DrawnOnMap, maskOnMap } from './on-map'

/** West, south, east, north in degrees. */
type Bounds = readonly [number, number, number, number]

/** How many of the filtered sources a map of certain bounds shows, and why it does not show the others. */
export interface DrawnCounts {
  readonly drawn: number
  /** Kinds of which any is drawn. */
  readonly kinds: readonly KindId[]
  /** On a layer of the map, but outside its bounds or without a position. */
  readonly outside: number
  /** In layers that are off the map, and of how many kinds they are. */
  readonly off: { readonly count: number; readonly kinds: number }
}

/** Counts what a map shows. Kinds that no map shows (tasks, figures of a county) are left out. */
export function drawnCounts(filtered: FilteredSources, on: DrawnOnMap, bounds: Bounds): DrawnCounts {
  const { inventory, lons, lats } = filtered.evaluated.opened
  const [west, south, east, north] = bounds
  const mask = maskOnMap(filtered, on)
  const kinds: KindId[] = []
  let [drawn, outside, offCount, offKinds] = [0, 0, 0, 0]
  for (const { kind, schema, first, table } of inventory.kinds) {
    if (!isOnMaps(schema)) continue
    let [inside, off] = [0, 0]
    for (let source = first; source < first + table.length; source++) {
      if (filtered.mask[source] !== 1) continue
      const [lon, lat] = [lons[source]!, lats[source]!]
      if (mask[source] !== 1) off++
      // Without a position every comparison is false.
      else if (lon >= west && lon <= east && lat >= south && lat <= north) inside++
      else outside++
    }
    if (inside > 0) kinds.push(kind)
    if (off > 0) offKinds++
    drawn += inside
    offCount += off
  }
  return { drawn, kinds, outside, off: { count: offCount, kinds: offKinds } }
}
