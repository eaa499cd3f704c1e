import type { DayNumber } from '@/domain/calendar'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import type { Table } from '@/domain/table/column'
import type { DayShare } from '@/domain/trucks/day-share'
import type { HaulFact } from '@/domain/trucks/hauls'

/** The last word of teams, or of a monitor's readings, on an item of a checklist: a flag of the table, or a rule that no field answers (by its id). */
export interface SeenItem {
  readonly holds: boolean
  /** Day on which it was seen so last; ABSENT_DAY where it was written so. */
  readonly day: DayNumber
  /** Whether a team saw it to hold before: what is written of a failure from before that says nothing of this one. */
  readonly heldBefore: boolean
  /** The last day on which a team saw it to hold; ABSENT_DAY where none did. */
  readonly heldOn: DayNumber
  /** First day of the failure that lasts; ABSENT_DAY where it holds. */
  readonly since: DayNumber
  /** Day by which it was to be put right; ABSENT_DAY where it holds or nobody set one. */
  readonly due: DayNumber
}

/** What teams saw of the rows of a table. */
export interface SeenRows {
  /** The table as it was before they looked. */
  readonly before: Table
  /** By row and item; of a rule that took another's place, or whose place one took, what is known of it by answers to any of them. */
  readonly items: ReadonlyMap<number, ReadonlyMap<string, SeenItem>>
}

/** What tracks say of the share by day of a row's county, and what its own figures are; null where it has none. */
export interface TrackedRow extends HaulFact {
  readonly stated: DayShare | null
  /** Whether somebody confirmed which hours are by day. */
  readonly isConfirmed: boolean
}

/** A table of one kind; its row 0 is source number `first`. */
export interface KindTable {
  readonly kind: KindId
  readonly schema: Pick<Kind, 'fields'>
  readonly table: Table
  readonly first: number
  /** Absent where teams saw nothing of it. */
  readonly seen?: SeenRows
  /** By row, what tracks of trucks say of its share by day; absent where they decide nothing. */
  readonly tracked?: ReadonlyMap<number, TrackedRow>
}
