import type { KindId } from '@/domain/sources/kinds/kind'
import { isFoundColumn } from '@/domain/sources/kinds/reserved'
import { useChentu } from '@/store/chentu'

/** Columns that are filtered like in the filters panel, with the facet's name there. */
export const FACET_OF_COLUMN = {
  status: 'statuses',
  county: 'counties',
  unmet: 'requirements',
  unmetLeads: 'leads',
} as const

type FacetColumn = keyof typeof FACET_OF_COLUMN
export const isFacetColumn = (name: string): name is FacetColumn => name in FACET_OF_COLUMN

/** Columns without a filter: the kind is chosen above the table, and the data class follows from the file. */
const NEVER = ['kind', 'dataClass']
/** Columns that every kind's table has; they can be filtered whichever kinds are shown. */
const OF_ALL = ['name', 'code']

/** Whether a column can be filtered in the table of a kind, or of all kinds (null). */
export const canFilter = (name: string, kind: KindId | null): boolean =>
  !NEVER.includes(name) && (kind !== null || OF_ALL.includes(name) || isFacetColumn(name) || isFoundColumn(name))

/** Whether a filter on the column is active. */
export const useIsNarrowed = (name: string): boolean =>
  useChentu(({ view: { filters } }) =>
    isFacetColumn(name)
      ? filters[FACET_OF_COLUMN[name]].length > 0
      : filters.columns.some(({ column }) => column === name),
  )
