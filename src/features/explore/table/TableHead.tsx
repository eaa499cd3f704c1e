import { useTranslation } from 'react-i18next'
import type { SortKey } from '@/domain/table/sort'
import type { TableColumn } from '@/questions/table-columns'
import type { TableRequest } from '@/questions/table-view'
import { ColumnFilter } from './ColumnFilter'

interface Props {
  readonly request: TableRequest
  readonly columns: readonly TableColumn[]
  heading(name: string): string
  onSort(sort: readonly SortKey[]): void
}

/** Sorted by one column, up, down, and not at all; `further` keeps the columns before it. */
function nextSort(sort: readonly SortKey[], column: string, further: boolean): readonly SortKey[] {
  const before = sort.find((key) => key.column === column)
  const others = further ? sort.filter((key) => key.column !== column) : []
  return before?.descending ? others : [...others, { column, descending: before !== undefined }]
}

/** The headings: a press sorts, with Shift by a further column; the columns of one kind can be filtered. */
export function TableHead({ request, columns, heading, onSort }: Props) {
  const { t } = useTranslation()
  const { sort, kind } = request
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const key = sort.findIndex((each) => each.column === column.name)
          const { descending } = sort[key] ?? {}
          return (
            <th key={column.name} scope="col" aria-sort={key < 0 ? 'none' : descending ? 'descending' : 'ascending'}>
              <button
                type="button"
                title={t('table.sorted', { column: heading(column.name) })}
                onClick={(event) => onSort(nextSort(sort, column.name, event.shiftKey))}
              >
                {heading(column.name)}
                {key >= 0 && <small>{`${descending ? '▼' : '▲'}${sort.length > 1 ? key + 1 : ''}`}</small>}
              </button>
              {kind !== null && <ColumnFilter request={request} column={column} heading={heading(column.name)} />}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
