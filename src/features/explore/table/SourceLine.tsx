import type { TableColumn } from '@/questions/table-columns'
import type { TableRow } from '@/questions/table-view'
import type { LinePlace } from './GroupLine'
import classes from './TablePanel.module.css'
import type { ShownColumn } from './use-table'
import type { TableTexts } from './use-table-texts'

interface Props extends LinePlace {
  /** Undefined while it is on its way. */
  readonly row: TableRow | undefined
  readonly columns: readonly ShownColumn[]
  /** All columns, in the order of the row's cells. */
  readonly all: readonly TableColumn[]
  readonly texts: TableTexts
  readonly isChosen: boolean
  onChoose(): void
}

/** One source: its name with the mark of its standing stays, its other cells scroll sideways. */
export function SourceLine({ index, start, active, row, columns, all, texts, isChosen, onChoose }: Props) {
  const standing = row?.cells[all.findIndex(({ type }) => type === 'status')]
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onChoose}
    >
      {columns.map((column, at) => {
        const text = row ? texts.cell(column, row.cells[column.at] ?? null) : ''
        return (
          <td
            key={column.name}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
            role="gridcell"
            data-line={index}
            data-column={at}
            data-active={active === at}
            tabIndex={active === at ? 0 : -1}
            data-type={column.type}
            data-status={column.type === 'status' ? standing : undefined}
            title={text.length > 12 ? text : undefined}
          >
            {at === 0 && <i className={classes.mark} data-status={standing} aria-hidden="true" />}
            {text}
          </td>
        )
      })}
    </tr>
  )
}
