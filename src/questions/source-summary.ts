import type { Position } from '@/domain/geodesy/position'
import type { Status } from '@/domain/rules/status'
import { type Inventory, positionOf } from '@/domain/sources/inventory'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import { textAt } from '@/domain/table/column'

/** What lists and cards say of a source. */
export interface SourceSummary {
  /** Its number in the package that is open. */
  readonly source: number
  readonly kind: KindId
  readonly code: string
  readonly name: string
  /** Code of its county, '' where nobody knows. */
  readonly county: string
  readonly dataClass: DataClass
  readonly position: Position | null
  readonly status: Status
  /** Days past the oldest deadline, 0 where none is missed. */
  readonly overdueDays: number
}

/** How every source stands on a day, by its number. */
export interface Standing {
  readonly status: Uint8Array
  readonly overdueDays: Int32Array
}

/** Sums up source number `source`. */
export function summarise({ sources }: Inventory, { status, overdueDays }: Standing, source: number): SourceSummary {
  return {
    source,
    kind: textAt(sources, 'kind', source) as KindId,
    code: textAt(sources, 'code', source),
    name: textAt(sources, 'name', source),
    county: textAt(sources, 'county', source),
    dataClass: textAt(sources, 'dataClass', source) as DataClass,
    position: positionOf(sources, source),
    status: status[source] as Status,
    overdueDays: overdueDays[source]!,
  }
}
