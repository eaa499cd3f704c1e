import type { TableOnDay } from '@/questions/tables-on-day'

/**
 * Whether a source must respond ('asked'), may choose to because all its measures are voluntary ('voluntary'), or
 * can't be judged because a needed field is absent ('unclear'). If the list says that all the work to stop is over
 * ('finished'), it is listed but not counted, unless it was called or checked.
 */
export type CalledRole = 'asked' | 'voluntary' | 'unclear' | 'finished'

/** What a warning asks of a source. */
export interface Duty {
  readonly role: CalledRole
  /** Numbers of the package's measures that apply, and of those that may apply: a field needed to decide is absent. */
  readonly asked: readonly number[]
  readonly unclear: readonly number[]
}

/** A row with its duty, before rows are joined into firms. */
export interface RowWithDuty {
  readonly kind: TableOnDay
  readonly row: number
  readonly duty: Duty
}

/** One party to call. Rows with the same duty share one duty object. */
export interface CalledParty extends RowWithDuty {
  /** Its own duty apart from its parts; null if only its parts have one. */
  readonly own: Duty | null
  /** The parts that are called together with it. */
  readonly parts: readonly RowWithDuty[]
}
