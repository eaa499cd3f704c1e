import type { TableOnDay } from './tables-on-day'

/**
 * Whether a source has to respond; does so of its own will, as all that is asked of it leaves it free; or whether nobody knows, as
 * a field is absent that would say so.
 */
export type CalledRole = 'asked' | 'voluntary' | 'unclear'

/** What a warning asks of a source. */
export interface Duty {
  readonly role: CalledRole
  /** Numbers of the measures of the package that are asked of it, and of those that may be: a field that would say so is absent. */
  readonly asked: readonly number[]
  readonly unclear: readonly number[]
}

/** A row of which something is asked, before it is known what works it is a part of. */
export interface AskedRow {
  readonly kind: TableOnDay
  readonly row: number
  readonly duty: Duty
}

/** One that is called. Rows of which the same is asked share what is said of it. */
export interface CalledRow extends AskedRow {
  /** What is asked of itself beside its parts; null where only these are asked. */
  readonly own: Duty | null
  /** The parts that are called with it. */
  readonly parts: readonly AskedRow[]
}
