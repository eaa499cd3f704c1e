import type { DayNumber } from '@/domain/calendar'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import type { Table } from '@/domain/table/column'

/** The last word on a rule that no field of the table answers. */
export interface SaidOfRule {
  readonly holds: boolean
  readonly day: DayNumber
}

/** A table of one kind; its row 0 is source number `first`. */
export interface KindTable {
  readonly kind: KindId
  readonly schema: Pick<Kind, 'fields'>
  readonly table: Table
  readonly first: number
  /** What teams said last of rules, by row and id of the rule. */
  readonly said?: ReadonlyMap<number, ReadonlyMap<string, SaidOfRule>>
}
