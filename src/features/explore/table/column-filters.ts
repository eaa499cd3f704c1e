import type { KindId } from '@/domain/sources/kinds/kind'
import { isFoundColumn } from '@/domain/sources/kinds/reserved'
import { useChentu } from '@/store/chentu'

/** Columns by which sources are narrowed as in the filters panel, and how that calls them. */
export const FACET_OF_COLUMN = {
  status: 'statuses',
  county: 'counties',
  unmet: 'requirements',
  unmetLeads: 'leads',
} as const

type FacetColumn = keyof typeof FACET_OF_COLUMN
export const isFacetColumn = (name: string): name is FacetColumn => name in FACET_OF_COLUMN

/** These are chosen elsewhere: the kind over the table, the class of data by its file. */
const NEVER = ['kind', 'dataClass']
/** Columns that every kind's table has: they are filtered whichever kinds are shown. */
const OF_ALL = ['name', 'code']

/** Whether a table, of one kind or of all, can be filtered by a column. */
export const canFilter = (name: string, kind: KindId | null): boolean =>
  !NEVER.includes(name) && (kind !== null || OF_ALL.includes(name) || isFacetColumn(name) || isFoundColumn(name))

/** Whether the sources are narrowed by a column now. */
export const useIsNarrowed = (name: string): boolean =>
  useChentu(({ view: { filters } }) =>
    isFacetColumn(name)
      ? filters[FACET_OF_COLUMN[name]].length > 0
      : filters.columns.some(({ column }) => column === name),
  )
