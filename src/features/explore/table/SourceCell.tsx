import { IconPencil } from '@tabler/icons-react'
import { type SyntheticEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FLAGS } from '@/domain/sources/view/column-test'
import type { TableRow } from '@/questions/table/table-view'
import { tripsText } from '@/store/words/measured'
import { CellEditor } from './CellEditor'
import editing from './Editing.module.css'
import classes from './TablePanel.module.css'
import type { CellEdits } from './use-cell-edits'
import type { ActiveCell } from './use-roving'
import type { ShownColumn } from './use-table'
import type { TableTexts } from './use-table-texts'

interface Props {
  readonly row: TableRow
  readonly column: ShownColumn
  readonly place: ActiveCell
  readonly isActive: boolean
  readonly standing: string | undefined
  readonly texts: TableTexts
  readonly edits: CellEdits
  onEdited(): void
}

/** Keeps presses and keys in an editor from reaching the row. */
const stop = (event: SyntheticEvent) => event.stopPropagation()

/** A cell of a source; the active cell can be edited if it corresponds to a cell of the file. */
export function SourceCell({ row, column, place, isActive, standing, texts, edits, onEdited }: Props) {
  const { t } = useTranslation()
  const cell = useRef<HTMLTableCellElement>(null)
  const { name, type, at } = column
  const waiting = edits.waiting(row, name)
  const setBy = edits.setBy(row, name)
  const isEditing = edits.isEditing(row, name)
  const value = waiting
    ? type === 'flag' && waiting.cell
      ? waiting.cell === FLAGS[1]
      : waiting.cell || null
    : row.cells[at]
  const text = texts.cell(column, value ?? null)
  const { tracks } = row
  const byTracks = tracks && (name === tracks.field || name === tracks.whole) ? tripsText(t, tracks) : undefined
  const worst = type === 'unmet' && text !== '' ? texts.worst(String(value)) : null
  const heading = texts.heading(name)
  const label = `${texts.name(row)} ${heading}`
  return (
    <td
      ref={cell}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the table is a grid, and this is one of its cells
      role="gridcell"
      data-line={place.line}
      data-column={place.column}
      data-active={isActive}
      data-waiting={waiting !== undefined}
      data-by-hand={setBy !== null}
      tabIndex={isActive ? 0 : -1}
      aria-description={waiting ? t('edit.changed') : byTracks}
      data-type={type}
      data-status={type === 'status' ? standing : undefined}
      title={setBy ?? byTracks ?? (text.length > 12 ? text : undefined)}
    >
      {place.column === 0 && <i className={classes.mark} data-status={standing} aria-hidden="true" />}
      {worst ? (
        <span>
          <span>{worst.text}</span>
          {worst.isToVerify && <small>{t('status.toVerify')}</small>}
          {texts.count(String(value)) > 1 && (
            <small>{t('table.ofSeveral', { count: texts.count(String(value)) })}</small>
          )}
        </span>
      ) : (
        <>
          {/* The number comes first: a narrow column cuts off what follows. */}
          {text}
          {byTracks !== undefined && <small> {t('table.byTracks')}</small>}
        </>
      )}
      {isActive && !isEditing && edits.canEdit(row, name) && (
        <button
          type="button"
          className={editing.pencil}
          tabIndex={-1}
          aria-label={t('edit.open', { column: heading })}
          title={t('edit.hint')}
          onClick={(event) => {
            event.stopPropagation()
            edits.open(row, name)
          }}
        >
          <IconPencil size={16} aria-hidden="true" />
        </button>
      )}
      {isEditing && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only stops events of the editor from reaching the row
        <span onClick={stop} onMouseDown={stop} onKeyDown={stop}>
          <CellEditor
            key={`${row.source} ${name}`}
            cell={cell}
            source={row.source}
            column={name}
            label={label}
            waiting={waiting?.cell}
            onSay={edits.say}
            onPut={(before, next) => edits.put(row, name, { name: texts.name(row), heading, before, cell: next })}
            onClose={() => {
              edits.close()
              onEdited()
            }}
          />
        </span>
      )}
    </td>
  )
}
