import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { type Field, rangeText } from '@/domain/sources/kinds/field'
import type { Note } from '@/domain/sources/reading/field-reader'
import { readCell } from '@/domain/sources/reading/read-cell'
import { FLAGS } from '@/domain/sources/view/column-test'
import { usePromise } from '@/store/answers/use-promise'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from '@/ui/popups/Popup'
import { datasetWorker } from '@/workers/client'
import { CellInput } from './CellInput'

const ListPopup = lazyPart(() => import('@/ui/popups/ListPopup'))
const DatePopup = lazyPart(() => import('@/ui/popups/DatePopup'))

/** Label of the empty choice in a list; put() stores it as an empty cell. */
const EMPTY = '—'

/** Message of an editor, shown below the table: what is allowed, or what is wrong. */
export type EditorMessage = { readonly hint: string } | { readonly fault: Note } | null

interface Props {
  /** The cell that a list or calendar is anchored to. */
  readonly cell: RefObject<HTMLElement | null>
  readonly source: number
  readonly column: string
  readonly label: string
  /** The unsaved text of the cell, if any. */
  readonly waiting: string | undefined
  onSay(word: EditorMessage): void
  /** Receives a valid text; `before` is the text in the file. */
  onPut(before: string, text: string): void
  onClose(): void
}

/** The editor of a cell, by its field's type: a list of allowed values, a calendar, or a text field. */
export function CellEditor({ cell, source, column, label, waiting, onSay, onPut, onClose }: Props) {
  const { t } = useTranslation()
  const options = useOptions()
  const [about] = useState({})
  const stored = usePromise(async () => datasetWorker().storedCell(source, column), about)
  const isOverlaid = stored === 'overlaid'

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the stored value is known
  useEffect(() => {
    if (stored === null) return
    if (isOverlaid) {
      onClose()
      onSay({ hint: t('edit.overlaid') })
    } else onSay(stored.field.range ? { hint: t('edit.range', { range: rangeText(stored.field.range) }) } : null)
  }, [stored])

  if (stored === null || isOverlaid) return null
  const { field, text: before } = stored
  const text = waiting ?? before
  /** Takes the text if it is valid and returns true; else reports the fault and returns false. */
  function put(next: string): boolean {
    const { fault } = readCell(field, next)
    onSay(fault && { fault })
    if (fault) return false
    onPut(before, next === EMPTY ? '' : next.trim())
    return true
  }
  const popup = { triggerRef: cell, label, onClose }
  const choices = options(field)
  if (choices)
    return (
      <Popup>
        <ListPopup {...popup} options={choices} value={text === '' ? EMPTY : text} onChoose={put} />
      </Popup>
    )
  if (field.type === 'day')
    return (
      <Popup>
        <DatePopup {...popup} value={text} min={undefined} max={undefined} clearable={!field.required} onChoose={put} />
      </Popup>
    )
  return <CellInput label={label} text={text} isNumber={field.type === 'number'} onPut={put} onClose={onClose} />
}

/** The allowed values of a field, if they can be listed. */
function useOptions() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { word } = useDataWords()
  return (field: Field) => {
    const listed =
      field.name === 'county'
        ? dataset.counties.map(({ code, name }) => ({ value: name, label: countyName(dataset, code, i18n.language) }))
        : field.type === 'flag'
          ? [true, false].map((holds) => ({
              value: FLAGS[holds ? 1 : 0],
              label: t(holds ? 'detail.yes' : 'detail.no'),
            }))
          : field.values?.map((value) => ({ value, label: word(value) }))
    return listed && [...listed, ...(field.required ? [] : [{ value: EMPTY, label: t('edit.empty') }])]
  }
}
