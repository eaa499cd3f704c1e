import type { Position } from '@/domain/geodesy/position'
import type { Status } from '@/domain/rules/status'
import { positionOf, type SameCode } from '@/domain/sources/inventory'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import { textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'

/** The facts about a source for lists and cards. */
export interface SourceSummary {
  /** Its number in the open package. */
  readonly source: number
  readonly kind: KindId
  readonly code: string
  /** Its position among sources of its kind with this code; null if the code is unique. */
  readonly sameCode: SameCode | null
  readonly name: string
  /** County code, '' if unknown. */
  readonly county: string
  readonly dataClass: DataClass
  readonly position: Position | null
  readonly status: Status
  /** Days past the oldest missed deadline, 0 if none is missed. */
  readonly overdueDays: number
}

export function summarise({ opened, status, overdueDays }: EvaluatedPackage, source: number): SourceSummary {
  const { sources } = opened.inventory
  return {
    source,
    kind: textAt(sources, 'kind', source),
    code: textAt(sources, 'code', source),
    sameCode: opened.sameCode.get(source) ?? null,
    name: textAt(sources, 'name', source),
    county: textAt(sources, 'county', source),
    dataClass: textAt(sources, 'dataClass', source) as DataClass,
    position: positionOf(sources, source),
    status: status[source] as Status,
    overdueDays: overdueDays[source]!,
  }
}
