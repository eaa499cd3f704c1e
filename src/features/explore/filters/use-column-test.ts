import type { ColumnTest } from '@/domain/sources/view/column-test'
import { useChentu } from '@/store/chentu'

/** What one column is narrowed by, and what changes that; null lets go of it. The table and the filters panel share it. */
export function useColumnTest(column: string) {
  const test = useChentu((state) => state.view.filters.columns.find((each) => each.column === column))
  function put(next: ColumnTest | null) {
    // Whatever was narrowed by since this was drawn stays.
    const { view, setView } = useChentu.getState()
    const others = view.filters.columns.filter((each) => each.column !== column)
    setView({ filters: { ...view.filters, columns: next ? [...others, next] : others } })
  }
  return { test, put }
}
