import type { Position } from '@/domain/geodesy/position'
import { positionOf, rowOf } from '@/domain/sources/inventory'
import { isMonitorList, type KindId } from '@/domain/sources/kinds/kind'
import { meantText } from '@/domain/sources/kinds/meant'
import { findText, textAt } from '@/domain/table/column'
import { memoOf } from './memo'
import type { OpenedPackage } from './opened-package'

/** Of which kind and code something in the inventory is, and what it is called. */
export interface PlaceKey {
  readonly kind: KindId
  readonly code: string
  readonly name: string
}

/** What is known of a monitor from the source at which it stands, else from the list that it is on. */
export interface MonitorPlace extends PlaceKey {
  /** Its own place on a list of the package; null where it is on none and stands at the source that has its number for a code. */
  readonly listed: PlaceKey | null
  /** Code of its county, '' where nobody knows. */
  readonly county: string
  /** Of works, where its kind has stages and the source one. */
  readonly stage: string | null
  readonly position: Position | null
}

const placesOf = memoOf((_: OpenedPackage) => new Map<string, MonitorPlace | null>())

/** Where the monitor stands whose readings come under a number; null where no list and no source has it. */
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
  // Of several at one source the name of the source says none.
  const isAlone = (ties.standingAt.get(at) ?? []).length < 2
  return {
    ...keyOf(at),
    ...(listed && !isAlone && { name: keyOf(listed.source).name }),
    listed: listed ? keyOf(listed.source) : null,
    county: (listed && textAt(sources, 'county', listed.source)) || textAt(sources, 'county', at),
    stage: meantText(kind, 'stage', row) || null,
    position: (listed && positionOf(sources, listed.source)) || positionOf(sources, at),
  }
}

/** The first source that has a number for its code and is no monitor itself: before packages listed monitors all stood so. */
function sourceOfCode({ inventory }: OpenedPackage, device: string): number | null {
  const { code } = inventory.sources.columns
  for (let source = findText(code, device); source >= 0; source = findText(code, device, source + 1))
    if (!isMonitorList(rowOf(inventory, source).kind.schema)) return source
  return null
}
