import type { TableRequest } from '@/questions/table-view'
import type { View } from '@/store/view/view'

/** The table as the view has it: of the kind that alone is shown, or of all. */
export const tableRequest = ({ filters, sort, group }: View): TableRequest => ({
  kind: filters.kinds.length === 1 ? filters.kinds[0]! : null,
  sort,
  group,
})
