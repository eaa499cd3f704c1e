import type { StatusName } from '@/domain/rules/status'
import type { SourceKind } from './schema'

/** What narrows the sources; an empty list does not narrow. */
export interface Filters {
  readonly kinds: readonly SourceKind[]
  readonly counties: readonly string[]
  readonly clauses: readonly number[]
  readonly grades: readonly string[]
  readonly statuses: readonly StatusName[]
  readonly ring: readonly ('inside' | 'outside')[]
}

export const NO_FILTERS: Filters = { kinds: [], counties: [], clauses: [], grades: [], statuses: [], ring: [] }

/** The ways in which sources can be narrowed. */
export const DIMENSIONS = ['kinds', 'counties', 'clauses', 'grades', 'statuses', 'ring'] as const
export type Dimension = (typeof DIMENSIONS)[number]
