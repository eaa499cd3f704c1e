import type { DayNumber, IsoDay } from '@/domain/calendar'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import type { Table } from '@/domain/table/column'
import type { DayShare } from '@/domain/trucks/day-share'
import type { HaulFact } from '@/domain/trucks/hauls'
import type { LeastEvidence } from '@/domain/trucks/settings'

/**
 * Latest known state of a checklist item, from teams or a monitor's readings. An item is a flag of the table, or a rule
 * without a field (by its id).
 */
export interface ObservedItem {
  readonly holds: boolean
  /** Day of the latest observation; ABSENT_DAY if the state comes from the table. */
  readonly day: DayNumber
  /** Whether a team saw it hold before; if so, failure days written before that do not belong to this failure. */
  readonly heldBefore: boolean
  /** Last day on which a team saw it hold; ABSENT_DAY if never. */
  readonly heldOn: DayNumber
  /** First day of the current failure; ABSENT_DAY while it holds. */
  readonly since: DayNumber
  /** Day by which it must be rectified; ABSENT_DAY while it holds or if no day was set. */
  readonly due: DayNumber
}

/** Observations of teams for the rows of a table. */
export interface ObservedRows {
  /** The table before the observations were applied. */
  readonly before: Table
  /**
   * State by row and item. For a rule that replaced another or was replaced, the state from answers to any rule of the
   * chain.
   */
  readonly items: ReadonlyMap<number, ReadonlyMap<string, ObservedItem>>
}

/**
 * A county's own figures: its trips and those by day; `partial` if it gives only one of the two, null if it gives
 * neither.
 */
export type StatedHauls = DayShare | 'partial' | null

/** Share of daytime trips of a row's county from truck tracks; `stated` has the row's own figures. */
export interface TrackedRow extends Omit<HaulFact, 'countedBy'> {
  readonly stated: StatedHauls
  /** Whether the hours that count as daytime are confirmed. */
  readonly isConfirmed: boolean
  /** The least evidence for tracks to decide the row. */
  readonly least: LeastEvidence
  /** They were counted by other lists of places or settings than those of today. */
  readonly isOfEarlierLists?: true
}

/** A team's record that a source is no more, in its words. */
export interface SaidEnded {
  readonly day: IsoDay
  readonly words: string
  /** Who recorded it; absent if the record has no name. */
  readonly by?: string
}

/** A table of one kind; its row 0 is source number `first`. */
export interface KindTable {
  readonly kind: KindId
  readonly schema: Pick<Kind, 'fields'>
  readonly table: Table
  readonly first: number
  /** Absent if teams recorded nothing for this table. */
  readonly seen?: ObservedRows
  /** Rows of which a team recorded that the source is no more; absent if there are none. */
  readonly saidEnded?: ReadonlyMap<number, SaidEnded>
  /** Share of daytime trips from truck tracks, by row; absent if tracks decide nothing. */
  readonly tracked?: ReadonlyMap<number, TrackedRow>
}
