import type { KindId } from '@/domain/sources/kinds/kind'
import { isInOrder } from '@/domain/sources/view/drawn-sources'
import type { FilteredSources } from '@/questions/filtered-sources'
import { findSource } from '@/questions/source/find-source'

/** Which sources a map draws. */
export interface DrawnOnMap {
  /** Kind ids and layer names that are off the map. */
  readonly hidden: readonly string[]
  /** The selected source is drawn even if its layer is off the map. */
  readonly chosen?: { readonly kind: KindId; readonly code: string; readonly nth?: number } | null
}

/** 1 for each filtered source whose layer is on the map, and for the selected source if the filters leave it. */
export function maskOnMap({ evaluated, mask, status }: FilteredSources, { hidden, chosen }: DrawnOnMap): Uint8Array {
  const drawn = mask.slice()
  for (const { kind, first, table } of evaluated.opened.inventory.kinds)
    if (hidden.includes(kind)) drawn.fill(0, first, first + table.length)
  if (hidden.includes('in-order'))
    for (let source = 0; source < drawn.length; source++) if (isInOrder(status[source]!)) drawn[source] = 0
  const found = chosen && findSource(evaluated, chosen.kind, chosen.code, chosen.nth)
  if (found) drawn[found.source] = mask[found.source]!
  return drawn
}

/** The filtered sources without those whose layers are off the map, for texts that describe what a map shows. */
export function filteredOnMap(filtered: FilteredSources, drawn: DrawnOnMap): FilteredSources {
  const mask = maskOnMap(filtered, drawn)
  const order = filtered.order.filter((source) => mask[source] === 1)
  return { ...filtered, mask, order, total: order.length }
}
