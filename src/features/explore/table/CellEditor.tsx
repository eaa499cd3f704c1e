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

/** Says in a list that nothing stands there; the reader of a cell takes it so. */
const EMPTY = '—'

/** What an editor has to say below the table: what is allowed, or what is wrong. */
export type EditorWord = { readonly hint: string } | { readonly fault: Note } | null

interface Props {
  /** The cell, where a list or a calendar stands. */
  readonly cell: RefObject<HTMLElement | null>
  readonly source: number
  readonly column: string
  readonly label: string
  /** What waits to be saved for it. */
  readonly waiting: string | undefined
  onSay(word: EditorWord): void
  /** Takes a text that the cell can hold; `before` is what the file has. */
  onPut(before: string, text: string): void
  onClose(): void
}

/** The editor of a cell, by the type of its field: a list of what is allowed, a calendar, or a field to write in. */
export function CellEditor({ cell, source, column, label, waiting, onSay, onPut, onClose }: Props) {
  const { t } = useTranslation()
  const options = useOptions()
  const [about] = useState({})
  const stored = usePromise(async () => datasetWorker().storedCell(source, column), about)
  const isOverlaid = stored === 'overlaid'

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it is known
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
  /** Whether the text can stand in the cell; what is wrong is said. */
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

/** What may stand in the cells of a field, where that can be listed. */
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
