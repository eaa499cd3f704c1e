import type { Position } from '@/domain/geodesy/position'
import { positionOf, rowOf } from '@/domain/sources/inventory'
import type { KindId } from '@/domain/sources/kinds/kind'
import { meantText } from '@/domain/sources/kinds/meant'
import { findText, textAt } from '@/domain/table/column'
import { memoOf } from './memo'
import type { OpenedPackage } from './opened-package'

/** What is known of a monitor from the source that it stands at, which has its code. */
export interface MonitorPlace {
  readonly kind: KindId
  readonly code: string
  readonly name: string
  /** Code of its county, '' where nobody knows. */
  readonly county: string
  /** Of works, where its kind has stages and the source one. */
  readonly stage: string | null
  readonly position: Position | null
}

/** Whether the hours of a device are made up: those of the package are, and none of it were imported in this browser. */
export const isMadeUp = ({ pack }: OpenedPackage, reported: { readonly isKept: boolean } | undefined): boolean =>
  !reported?.isKept &&
  pack.provenance.some(({ role, dataClass }) => role === 'readings-hourly' && dataClass === 'illustrative')

const placesOf = memoOf((_: OpenedPackage) => new Map<string, MonitorPlace | null>())

/** The source at which a monitor stands; null where no source has its code. */
export function monitorPlace(opened: OpenedPackage, device: string): MonitorPlace | null {
  const known = placesOf(opened)
  const place = known.get(device)
  if (place !== undefined) return place
  const found = findPlace(opened, device)
  known.set(device, found)
  return found
}

function findPlace({ inventory }: OpenedPackage, device: string): MonitorPlace | null {
  const { sources } = inventory
  const source = findText(sources.columns.code, device)
  if (source < 0) return null
  const { kind, row } = rowOf(inventory, source)
  return {
    kind: kind.kind,
    code: device,
    name: textAt(sources, 'name', source),
    county: textAt(sources, 'county', source),
    stage: meantText(kind, 'stage', row) || null,
    position: positionOf(sources, source),
  }
}
