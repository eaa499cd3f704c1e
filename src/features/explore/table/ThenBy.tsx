import { useTranslation } from 'react-i18next'
import { Select } from '@/ui/controls/Select'
import type { TableState } from './use-table'

interface Props {
  readonly table: TableState
  heading(name: string): string
}

/** Sorts by a further column, and turns one round that is sorted by: what Shift and a heading do, for fingers and keys. */
export function ThenBy({ table, heading }: Props) {
  const { t } = useTranslation()
  const { columns, sortBy, request } = table
  const { sort } = request
  const isSorted = (name: string) => sort.some(({ column }) => column === name)
  const sign = (name: string) =>
    sort.map(({ column, descending }, i) => (column === name ? `${descending ? '▼' : '▲'}${i + 1}` : '')).join('')

  function add(column: string) {
    const turned = sort.map((key) => (key.column === column ? { column, descending: !key.descending } : key))
    sortBy(isSorted(column) ? turned : [...sort, { column, descending: false }])
  }
  return (
    <Select<string>
      label={t('table.sortMore')}
      labelled="hidden"
      placeholder={t('table.sortMore')}
      value=""
      options={columns.map(({ name }) => ({ value: name, label: heading(name), note: sign(name) }))}
      onChange={add}
    />
  )
}
