import type { StateName } from '@/domain/rules/status'
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
  /** Keys of requirements: of rules, or of single items of them. */
  readonly requirements: readonly string[]
  /** Departments that lead a broken rule. */
  readonly leads: readonly string[]
  /** Departments: only kinds whose requirements they lead, or take part in. */
  readonly departments: readonly string[]
  readonly grades: readonly string[]
  readonly statuses: readonly StateName[]
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
  requirements: [],
  leads: [],
  departments: [],
  grades: [],
  statuses: [],
  ring: [],
  columns: [],
  area: [],
}

/** The ways of narrowing that offer a choice, each with the number of sources that it would leave. */
export const FACETS = ['kinds', 'counties', 'clauses', 'requirements', 'leads', 'grades', 'statuses', 'ring'] as const
export type Facet = (typeof FACETS)[number]

/** The ways in which sources can be narrowed. */
export const DIMENSIONS = [...FACETS, 'departments', 'columns', 'area'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * The ways of narrowing that say which findings are asked about, and by them which sources: with any of them a source stands as
 * it does towards what is asked, else as it does on the whole.
 */
export const ASKED_DIMENSIONS = ['clauses', 'requirements', 'leads'] as const satisfies readonly Facet[]
export type AskedDimension = (typeof ASKED_DIMENSIONS)[number]

/** The filters that ask about one requirement alone; what chose findings otherwise is let go, the rest stays. */
export const askingFor = (filters: Filters, requirement: string): Filters => ({
  ...filters,
  clauses: [],
  statuses: [],
  requirements: [requirement],
})
