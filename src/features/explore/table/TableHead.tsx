import { useTranslation } from 'react-i18next'
import type { SortKey } from '@/domain/table/sort'
import { ColumnMenu } from './ColumnMenu'
import classes from './TablePanel.module.css'
import type { TableState } from './use-table'
import type { TableTexts } from './use-table-texts'

interface Props {
  readonly table: TableState
  readonly texts: Pick<TableTexts, 'heading' | 'headingParts'>
  /** Column whose heading is the active cell; null if another cell is. */
  readonly active: number | null
  onActive(column: number): void
}

/** Cycles a column through ascending, descending and unsorted; `further` keeps the other sort columns. */
function nextSort(sort: readonly SortKey[], column: string, further: boolean): readonly SortKey[] {
  const before = sort.find((key) => key.column === column)
  const others = further ? sort.filter((key) => key.column !== column) : []
  return before?.descending ? others : [...others, { column, descending: before !== undefined }]
}

/** The headings: a press sorts, with Shift by an additional column; a menu has these and all other column actions. */
export function TableHead({ table, texts: { heading, headingParts }, active, onActive }: Props) {
  const { t } = useTranslation()
  const { request, columns, sortBy } = table
  const { sort } = request
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, at) => {
          const key = sort.findIndex((each) => each.column === column.name)
          const { descending } = sort[key] ?? {}
          const isActive = active === at
          const { words, mark } = headingParts(column.name)
          return (
            <th
              key={column.name}
              scope="col"
              data-type={column.type}
              aria-sort={key < 0 ? 'none' : descending ? 'descending' : 'ascending'}
              onFocus={() => onActive(at)}
            >
              <button
                type="button"
                className={classes.sort}
                tabIndex={isActive ? 0 : -1}
                data-active={isActive}
                aria-label={mark === '' ? undefined : heading(column.name)}
                title={[
                  ...(column.name === 'unmetSince' ? [t('data.export.sinceHelp')] : []),
                  t('table.sorted', { column: heading(column.name) }),
                ].join('\n')}
                onClick={(event) => sortBy(nextSort(sort, column.name, event.shiftKey))}
              >
                {words}
                {mark !== '' && <small className={classes.judged}>{mark}</small>}
                {key >= 0 && <small>{`${descending ? '▼' : '▲'}${sort.length > 1 ? key + 1 : ''}`}</small>}
              </button>
              <ColumnMenu
                table={table}
                column={column}
                heading={heading(column.name)}
                isFirst={at === 0}
                tabIndex={isActive ? 0 : -1}
              />
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
