import { IconChevronDown, IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableColumn } from '@/questions/table/table-columns'
import { IconButton } from '@/ui/controls/IconButton'
import type { MenuEntry } from '@/ui/controls/menu-entry'
import { loadMenu, OpenMenu } from '@/ui/popups/OpenMenu'
import { usePopup } from '@/ui/popups/use-popup'
import { ColumnFilter } from './ColumnFilter'
import classes from './ColumnFilter.module.css'
import { canFilter, useIsNarrowed } from './column-filters'
import { canGroup } from './grouped-places'
import type { TableState } from './use-table'

interface Props {
  readonly table: TableState
  readonly column: TableColumn
  readonly heading: string
  /** The first column names the row and can't be hidden. */
  readonly isFirst: boolean
  readonly tabIndex: number
}

/** Menu of a column, also for touch: sort by it (also after other columns), filter, group by it, hide it. */
export function ColumnMenu({ table, column, heading, isFirst, tabIndex }: Props) {
  const { t } = useTranslation()
  const { isOpen, close, triggerRef, triggerProps } = usePopup(loadMenu, 'menu')
  const [isFiltering, setFiltering] = useState(false)
  const { kind, request, grouping, left } = table
  const { name } = column
  const narrows = useIsNarrowed(name)
  const others = request.sort.filter((key) => key.column !== name)
  const own = request.sort.find((key) => key.column === name)
  const isGrouped = grouping?.name === name
  const entry = (key: string, label: string, onChoose: () => void, more: Partial<MenuEntry> = {}): MenuEntry => ({
    ...more,
    key,
    label,
    onChoose,
  })
  const entries = [
    entry('up', t('table.ascending'), () => table.sortBy([{ column: name, descending: false }])),
    entry('down', t('table.descending'), () => table.sortBy([{ column: name, descending: true }])),
    entry(
      'further',
      t('table.sortFurther'),
      () => table.sortBy([...others, { column: name, descending: own?.descending ?? false }]),
      { disabled: others.length === 0, note: t('table.shift') },
    ),
    ...(own ? [entry('unsorted', t('table.unsorted'), () => table.sortBy(others))] : []),
    ...(canFilter(name, kind) ? [entry('filter', t('table.filterBy'), () => setFiltering(true))] : []),
    ...(canGroup(name)
      ? [
          entry('group', t(isGrouped ? 'table.ungroup' : 'table.groupHere'), () =>
            table.groupBy(isGrouped ? null : name),
          ),
        ]
      : []),
    ...(isFirst ? [] : [entry('leave', t('table.leaveOut'), () => table.leaveOut([...left, name]))]),
  ]
  const label = t('table.menu', { column: heading })
  return (
    <>
      <IconButton
        {...triggerProps}
        className={classes.open}
        tabIndex={tabIndex}
        data-narrows={narrows}
        label={narrows ? t('table.menuNarrowed', { column: heading }) : label}
      >
        {narrows ? <IconFilter size={14} aria-hidden="true" /> : <IconChevronDown size={14} aria-hidden="true" />}
      </IconButton>
      {isOpen && <OpenMenu triggerRef={triggerRef} label={label} entries={entries} close={close} />}
      {isFiltering && (
        <ColumnFilter request={request} name={name} heading={heading} onClose={() => setFiltering(false)} />
      )}
    </>
  )
}
