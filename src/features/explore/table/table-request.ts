import type { TableRequest } from '@/questions/table/table-view'
import type { View } from '@/store/view/view'

/** The table for a view: of its kind if exactly one is chosen, else of all kinds. */
export const tableRequest = ({ filters, sort, group }: View): TableRequest => ({
  kind: filters.kinds.length === 1 ? filters.kinds[0]! : null,
  sort,
  group,
})
