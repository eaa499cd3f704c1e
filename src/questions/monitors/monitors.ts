import type { Position } from '@/domain/geodesy/position'
import { positionOf, rowOf } from '@/domain/sources/inventory'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { isMonitorList, type KindId } from '@/domain/sources/kinds/kind'
import { findText, textAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'

/** Key and name of a source in the inventory. */
export interface PlaceKey {
  readonly kind: KindId
  readonly code: string
  readonly name: string
}

/** Where a monitor stands: facts from the source at its site, else from the list of monitors. */
export interface MonitorPlace extends PlaceKey {
  /** Index of this source in the inventory: several sources may share a code. */
  readonly source: number
  /** Its own row in a list of monitors; null if it is on no list, and the source at its site has its number as code. */
  readonly listed: PlaceKey | null
  /** County code, '' if unknown. */
  readonly county: string
  /** Construction stage of the site; null if its kind has no stages or the source none. */
  readonly stage: string | null
  readonly position: Position | null
}

const placesOf = memoOf((_: OpenedPackage) => new Map<string, MonitorPlace | null>())

/** The place of the monitor whose readings arrive under a number; null if no list and no source has the number. */
export function monitorPlace(opened: OpenedPackage, device: string): MonitorPlace | null {
  const known = placesOf(opened)
  const place = known.get(device)
  if (place !== undefined) return place
  const found = findPlace(opened, device)
  known.set(device, found)
  return found
}

function findPlace(opened: OpenedPackage, device: string): MonitorPlace | null {
  const { inventory, ties } = opened
  const { sources } = inventory
  const listed = ties.byNumber.get(device)
  const at = listed ? (listed.at ?? listed.source) : sourceOfCode(opened, device)
  if (at === null) return null
  const keyOf = (source: number): PlaceKey => ({
    kind: textAt(sources, 'kind', source),
    code: textAt(sources, 'code', source),
    name: textAt(sources, 'name', source),
  })
  const { kind, row } = rowOf(inventory, at)
  // With several monitors at a source, the source's name does not identify one.
  const isAlone = (ties.standingAt.get(at) ?? []).length < 2
  return {
    ...keyOf(at),
    source: at,
    ...(listed && !isAlone && { name: keyOf(listed.source).name }),
    listed: listed ? keyOf(listed.source) : null,
    county: (listed && textAt(sources, 'county', listed.source)) || textAt(sources, 'county', at),
    stage: textByMeaning(kind, 'stage', row) || null,
    position: (listed && positionOf(sources, listed.source)) || positionOf(sources, at),
  }
}

/**
 * The first source whose code is this number and that is not on a list of monitors: how packages tied monitors before
 * they had such lists.
 */
function sourceOfCode({ inventory }: OpenedPackage, device: string): number | null {
  const { code } = inventory.sources.columns
  for (let source = findText(code, device); source >= 0; source = findText(code, device, source + 1))
    if (!isMonitorList(rowOf(inventory, source).kind.schema)) return source
  return null
}
