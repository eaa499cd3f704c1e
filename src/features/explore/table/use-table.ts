import { useState } from 'react'
import type { Value } from '@/domain/table/column'
import type { SortKey } from '@/domain/table/sort'
import type { TableView } from '@/questions/table-view'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { groupedLines } from './grouped-places'
import { tableRequest } from './table-request'

const NO_GROUPS: ReadonlySet<Value> = new Set()
const NO_COLUMNS: TableView['columns'] = []

/** What the table is of, as the view has it: kind, order, groups and columns; and which groups are open. */
export function useTable() {
  const view = useChentu((state) => state.view)
  const { filters, group, without } = view
  const setView = useChentu((state) => state.setView)
  const { hiddenColumns, setHiddenColumns } = usePreferences()
  const request = tableRequest(view)
  const { kind } = request
  const of = kind ?? 'all'
  const about = JSON.stringify(request)
  const table = useAnswer((worker) => worker.table(request), about)
  const by = JSON.stringify([kind, group])
  const [opened, setOpened] = useState({ by, groups: NO_GROUPS })
  // Groups start folded, since their counts are what a person looks for. Each is known by its value: its place is another
  // one as soon as a condition or the order changes.
  const open = opened.by === by ? opened.groups : NO_GROUPS
  // While another order is asked for the columns stand, so that the table stays scrolled to the one that was pressed.
  const [known, setKnown] = useState({ of, columns: NO_COLUMNS })
  if (table && known.columns !== table.columns) setKnown({ of, columns: table.columns })
  const all = table?.columns ?? (known.of === of ? known.columns : NO_COLUMNS)
  // A link may leave out what names the row: that always stands.
  const left = without ?? hiddenColumns[of] ?? []
  // Rows hold a cell for every column, shown or left out; `at` is the column's index among all.
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
    /** Rows altogether; null until they are counted. */
    length: table?.length ?? null,
    all,
    columns,
    left,
    groups,
    grouping,
    open,
    /** Lines of the table, headings of groups among them. */
    count: lines?.length ?? table?.length ?? 0,
    lineAt: (index: number) => (lines ? lines.at(index) : { place: index }),
    sortBy: (next: readonly SortKey[]) => setView({ sort: next }),
    groupBy: (name: string | null) => setView({ group: name }),
    /** Remembered on this device for the kind as well. */
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
