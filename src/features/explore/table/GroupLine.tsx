import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TableGroup } from '@/questions/table/table-view'
import classes from './TablePanel.module.css'

/** Position of a line in the grid; `active` is the column of the active cell, or null if that is in another line. */
export interface LinePlace {
  readonly index: number
  /** Pixels from the top. */
  readonly start: number
  readonly active: number | null
}

interface Props extends LinePlace {
  readonly group: TableGroup
  readonly name: string
  readonly isOpen: boolean
  /** Number of columns that it spans. */
  readonly wide: number
  onFold(): void
}

/** A group's heading across all columns: the shared value, the number of rows, and how many are overdue. */
export function GroupLine({ index, start, active, group, name, isOpen, wide, onFold }: Props) {
  const { t } = useTranslation()
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  return (
    <tr className={classes.group} aria-rowindex={index + 2} style={{ transform: `translateY(${start}px)` }}>
      <th scope="rowgroup" colSpan={wide}>
        <button
          type="button"
          data-line={index}
          data-active={active !== null}
          tabIndex={active === null ? -1 : 0}
          aria-expanded={isOpen}
          onClick={onFold}
        >
          <Icon size={16} aria-hidden="true" />
          <b title={name}>{name}</b>
          <span>{t('table.rows', { count: group.count })}</span>
          {group.overdue > 0 && <span data-status="overdue">{t('table.overdue', { count: group.overdue })}</span>}
        </button>
      </th>
    </tr>
  )
}
