import type { TableColumn } from '@/questions/table/table-columns'
import type { TableRow } from '@/questions/table/table-view'
import type { LinePlace } from './GroupLine'
import { SourceCell } from './SourceCell'
import classes from './TablePanel.module.css'
import type { CellEdits } from './use-cell-edits'
import type { ShownColumn } from './use-table'
import type { TableTexts } from './use-table-texts'

interface Props extends LinePlace {
  /** Undefined while loading. */
  readonly row: TableRow | undefined
  readonly columns: readonly ShownColumn[]
  /** All columns, in the order of the row's cells. */
  readonly all: readonly TableColumn[]
  readonly texts: TableTexts
  readonly edits: CellEdits
  readonly isChosen: boolean
  onChoose(): void
  /** Called when the editor of the active cell is closed. */
  onEdited(): void
}

/** A row for one source: its name and status mark stay fixed, the other cells scroll sideways. */
export function SourceLine(props: Props) {
  const { index, start, active, row, columns, all, texts, edits, isChosen, onChoose, onEdited } = props
  const standing = row?.cells[all.findIndex(({ type }) => type === 'status')]
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onChoose}
    >
      {columns.map((column, at) =>
        row ? (
          <SourceCell
            key={column.name}
            row={row}
            column={column}
            place={{ line: index, column: at }}
            isActive={active === at}
            standing={typeof standing === 'string' ? standing : undefined}
            texts={texts}
            edits={edits}
            onEdited={onEdited}
          />
        ) : (
          <td
            key={column.name}
            data-line={index}
            data-column={at}
            data-active={active === at}
            tabIndex={active === at ? 0 : -1}
          >
            {at === 0 && <i className={classes.mark} aria-hidden="true" />}
          </td>
        ),
      )}
    </tr>
  )
}
