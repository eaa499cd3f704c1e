import type { ColumnTest } from '@/domain/sources/view/column-test'
import { useChentu } from '@/store/chentu'

/** The filter on a column, and a setter; null removes it. Shared by the table and the filters panel. */
export function useColumnTest(column: string) {
  const test = useChentu((state) => state.view.filters.columns.find((each) => each.column === column))
  function put(next: ColumnTest | null) {
    // Reads the current view, so that filters changed since this render are kept.
    const { view, setView } = useChentu.getState()
    const others = view.filters.columns.filter((each) => each.column !== column)
    setView({ filters: { ...view.filters, columns: next ? [...others, next] : others } })
  }
  return { test, put }
}
