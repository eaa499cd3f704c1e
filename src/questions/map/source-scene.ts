import { type Density, type DrawnSources, drawnSources, type Window } from '@/domain/sources/view/drawn-sources'
import type { Look } from '@/domain/sources/view/look'
import type { FilteredSources } from '@/questions/filtered-sources'
import { applyLook } from './look-view'
import { type DrawnOnMap, maskOnMap } from './on-map'

/** Which part of the map is drawn, and how. */
export interface SceneRequest extends DrawnOnMap {
  readonly window: Window
  readonly zoom: number
  readonly look: Look | null
  readonly density: Density
}

/** What the map draws for the filtered sources, except sources that follow lines, which are drawn separately. */
export function sourceScene(
  filtered: FilteredSources,
  { window, zoom, look, density, ...on }: SceneRequest,
): DrawnSources {
  const { evaluated, status, rank } = filtered
  const { opened } = evaluated
  const { lons, lats, mercator, inventory, sameCode } = opened
  const mask = maskOnMap(filtered, on)
  for (const { schema, first, table } of inventory.kinds)
    if (schema.place === 'line') mask.fill(0, first, first + table.length)
  const painted = look && applyLook(evaluated, look)
  return drawnSources(
    { ...mercator, lons, lats, sources: inventory.sources, sameCode, mask, status, rank, painted, density },
    window,
    zoom,
  )
}
