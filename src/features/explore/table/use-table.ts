import { useState } from 'react'
import type { Value } from '@/domain/table/column'
import type { SortKey } from '@/domain/table/sort'
import type { TableView } from '@/questions/table/table-view'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { groupedLines } from './grouped-places'
import { tableRequest } from './table-request'

const NO_GROUPS: ReadonlySet<Value> = new Set()
const NO_COLUMNS: TableView['columns'] = []

/** State of the table from the view: kind, sort order, grouping and columns; and which groups are unfolded. */
export function useTable() {
  const view = useChentu((state) => state.view)
  const { filters, group, without } = view
  const setView = useChentu((state) => state.setView)
  const { hiddenColumns, setHiddenColumns } = usePreferences()
  const request = tableRequest(view)
  const { kind } = request
  const of = kind ?? 'all'
  const about = JSON.stringify(request)
  const table = useAnswer((worker) => worker.tableOutline(request), about)
  const by = JSON.stringify([kind, group])
  const [opened, setOpened] = useState({ by, groups: NO_GROUPS })
  // Groups start folded, since users look for their counts first. They are identified by value: their index changes
  // with every filter or sort.
  const open = opened.by === by ? opened.groups : NO_GROUPS
  // While another sort order is requested the columns stay, so that the table keeps its scroll position.
  const [known, setKnown] = useState({ of, columns: NO_COLUMNS })
  if (table && known.columns !== table.columns) setKnown({ of, columns: table.columns })
  const all = table?.columns ?? (known.of === of ? known.columns : NO_COLUMNS)
  // A link may hide the column that names the row; it is shown regardless.
  const left = without ?? hiddenColumns[of] ?? []
  // Rows have a cell for every column, shown or hidden; `at` is the column's index among all.
  const columns = all
    .map((column, at) => ({ ...column, at }))
    .filter(({ name, at }) => at === 0 || !left.includes(name))
  // A link may group by a column of another kind.
  const grouping = all.find(({ name }) => name === group) ?? null
  const groups = grouping && (table?.groups ?? [])
  const lines = groups && groupedLines(groups, open)
  return {
    kind,
    request,
    about,
    /** Total number of rows; null until counted. */
    length: table?.length ?? null,
    all,
    columns,
    left,
    groups,
    grouping,
    open,
    /** Number of lines, including group headings. */
    count: lines?.length ?? table?.length ?? 0,
    lineAt: (index: number) => (lines ? lines.at(index) : { place: index }),
    sortBy: (next: readonly SortKey[]) => setView({ sort: next }),
    groupBy: (name: string | null) => setView({ group: name }),
    /** Hides columns in the view, and remembers that for the kind on this device. */
    leaveOut(names: readonly string[]) {
      setHiddenColumns(of, names)
      setView({ without: names })
    },
    ofKind: (next: string | null) =>
      setView({ sort: [], group: null, without: null, filters: { ...filters, kinds: next === null ? [] : [next] } }),
    fold(value: Value) {
      const next = new Set(open)
      if (!next.delete(value)) next.add(value)
      setOpened({ by, groups: next })
    },
  }
}

export type TableState = ReturnType<typeof useTable>
export type ShownColumn = TableState['columns'][number]
