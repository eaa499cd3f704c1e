import type { StateName } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { AreaStep } from './area'
import type { ColumnTest } from './column-test'

/** Where a source is relative to the ring; `unplaced` if its position is unknown. */
export const RING_SIDES = ['outside', 'inside', 'unplaced'] as const
export type RingSide = (typeof RING_SIDES)[number]

/** Filters of the sources; an empty list does not filter. */
export interface Filters {
  readonly kinds: readonly KindId[]
  readonly counties: readonly string[]
  readonly clauses: readonly number[]
  /** Keys of requirements: rules or single items of rules. */
  readonly requirements: readonly string[]
  /** Departments that lead a broken rule. */
  readonly leads: readonly string[]
  /** Departments: keeps only kinds whose requirements they lead or take part in. */
  readonly departments: readonly string[]
  readonly grades: readonly string[]
  readonly statuses: readonly StateName[]
  readonly ring: readonly RingSide[]
  /** All must hold. */
  readonly columns: readonly ColumnTest[]
  /** Drawn areas, applied one after the other. */
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

/** Filters that offer a list of choices, each with the number of sources that it would leave. */
export const FACETS = ['kinds', 'counties', 'clauses', 'requirements', 'leads', 'grades', 'statuses', 'ring'] as const
export type Facet = (typeof FACETS)[number]

/** All filters. */
export const DIMENSIONS = [...FACETS, 'departments', 'columns', 'area'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * Filters that select findings, and through them sources. With any of them, a source's status is that for the selected
 * findings, otherwise its overall status.
 */
export const FINDING_DIMENSIONS = ['clauses', 'requirements', 'leads'] as const satisfies readonly Facet[]
export type FindingDimension = (typeof FINDING_DIMENSIONS)[number]

/** Filters for one requirement only: other filters that select findings are cleared, the rest stays. */
export const withOnlyRequirement = (filters: Filters, requirement: string): Filters => ({
  ...filters,
  clauses: [],
  statuses: [],
  requirements: [requirement],
})
