import type { StatusName } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { AreaStep } from './area'
import type { ColumnTest } from './column-test'

/** On which side of the ring a source is: nobody may know yet where it stands. */
export const RING_SIDES = ['outside', 'inside', 'unplaced'] as const
export type RingSide = (typeof RING_SIDES)[number]

/** What narrows the sources; an empty list does not narrow. */
export interface Filters {
  readonly kinds: readonly KindId[]
  readonly counties: readonly string[]
  readonly clauses: readonly number[]
  /** Departments that lead a broken rule. */
  readonly leads: readonly string[]
  readonly grades: readonly string[]
  readonly statuses: readonly StatusName[]
  readonly ring: readonly RingSide[]
  /** All must hold. */
  readonly columns: readonly ColumnTest[]
  /** Drawn areas, one after the other. */
  readonly area: readonly AreaStep[]
}

export const NO_FILTERS: Filters = {
  kinds: [],
  counties: [],
  clauses: [],
  leads: [],
  grades: [],
  statuses: [],
  ring: [],
  columns: [],
  area: [],
}

/** The ways of narrowing that offer a choice, each with the number of sources that it would leave. */
export const FACETS = ['kinds', 'counties', 'clauses', 'leads', 'grades', 'statuses', 'ring'] as const
export type Facet = (typeof FACETS)[number]

/** The ways in which sources can be narrowed. */
export const DIMENSIONS = [...FACETS, 'columns', 'area'] as const
export type Dimension = (typeof DIMENSIONS)[number]
