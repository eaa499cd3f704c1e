import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { storedField } from '@/domain/sources/kinds/stored-field'
import type { TableRow } from '@/questions/table/table-view'
import { useAnswer } from '@/store/answers/use-answer'
import { editKey, useEdits } from '@/store/edits'
import { keyOf } from '@/store/view/view'
import { useKinds } from '@/store/words/kinds'
import type { EditorMessage } from './CellEditor'

/** The cell being edited. It is identified by its source, since rows may be re-sorted under an open editor. */
interface EditedCell {
  readonly source: number
  readonly column: string
}

/** State of cell editing: which cells are editable, which is being edited, unsaved edits, and values set by hand. */
export function useCellEdits() {
  const { t } = useTranslation()
  const kinds = useKinds()
  const { waiting, put } = useEdits()
  const [editing, setEditing] = useState<EditedCell | null>(null)
  const [word, setWord] = useState<EditorMessage>(null)
  const marks = useAnswer((worker) => worker.handMarks())
  const marked = useMemo(() => new Map(marks?.map((mark) => [editKey({ ...mark, column: mark.field }), mark])), [marks])
  const waits = useMemo(() => new Map(waiting.map((edit) => [editKey(edit), edit])), [waiting])
  const fieldOf = ({ kind }: TableRow, column: string) => {
    const schema = kindWithId(kinds, kind)
    return schema ? storedField(schema, column) : null
  }

  return {
    isOpen: editing !== null,
    isEditing: (row: TableRow, column: string) => editing?.source === row.source && editing.column === column,
    word,
    say: setWord,
    canEdit: (row: TableRow, column: string) => fieldOf(row, column) !== null,
    open(row: TableRow, column: string) {
      setWord(null)
      setEditing({ source: row.source, column })
    },
    close() {
      setEditing(null)
      setWord(null)
    },
    waiting: (row: TableRow, column: string) => waits.get(editKey({ ...keyOf(row), column })),
    put: (row: TableRow, column: string, said: { name: string; heading: string; before: string; cell: string }) =>
      put({ ...keyOf(row), column, ...said }),
    /** Who set a cell, when and why, in words; null if the cell is as in its file. */
    setBy(row: TableRow, column: string): string | null {
      const field = fieldOf(row, column)?.name
      const mark = field && marked.get(editKey({ ...keyOf(row), column: field }))
      if (!mark) return null
      const said = mark.said || t('edit.empty')
      if (!mark.edit) return t('edit.byReview', { said })
      const { by, why, at } = mark.edit
      return t('edit.byHand', { by, why, at: localMinute(new Date(at).toISOString()), said })
    },
  }
}

export type CellEdits = ReturnType<typeof useCellEdits>
