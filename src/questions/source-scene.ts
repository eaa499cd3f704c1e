import {
  type Density,
  type DrawnSources,
  drawnSources,
  isInOrder,
  type Window,
} from '@/domain/sources/view/drawn-sources'
import type { Look } from '@/domain/sources/view/look'
import type { FilteredSources } from './filtered-sources'
import { lookOn } from './look-view'

/** What part of the map is looked at, and how. */
export interface SceneRequest {
  readonly window: Window
  readonly zoom: number
  /** Kinds that are not drawn. */
  readonly hidden: readonly string[]
  readonly look: Look | null
  readonly density: Density
}

/** What the map draws of the filtered sources. Those along lines are drawn otherwise. */
export function sourceScene(
  { evaluated, mask: left, status, rank }: FilteredSources,
  { window, zoom, hidden, look, density }: SceneRequest,
): DrawnSources {
  const { opened } = evaluated
  const { lons, lats, mercator, inventory, sameCode } = opened
  const mask = left.slice()
  for (const { kind, schema, first, table } of inventory.kinds)
    if (schema.place === 'line' || hidden.includes(kind)) mask.fill(0, first, first + table.length)
  if (hidden.includes('in-order'))
    for (let row = 0; row < mask.length; row++) if (isInOrder(status[row]!)) mask[row] = 0
  const painted = look && lookOn(evaluated, look)
  return drawnSources(
    { ...mercator, lons, lats, sources: inventory.sources, sameCode, mask, status, rank, painted, density },
    window,
    zoom,
  )
}
