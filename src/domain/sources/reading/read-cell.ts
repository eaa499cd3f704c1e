import { formatDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'
import { FLAGS } from '@/domain/sources/view/column-test'
import { type Column, type Value, valueAt } from '@/domain/table/column'
import { fieldReader, type Note } from './field-reader'

/** Parsed value of one cell, as if it came from a file; `fault` says why it can't be read. */
export type ReadCell = { readonly value: Value; readonly fault: null } | { readonly value: null; readonly fault: Note }

/** Reads a manually entered cell the same way as a file's. */
export function readCell(field: Field, cell: string): ReadCell {
  let fault: Note | null = null
  const reader = fieldReader(field, (note) => {
    if (note.action === 'emptied') fault ??= note
  })
  reader.push(cell)
  const table = { length: 1, columns: { cell: reader.finish() } }
  return fault ? { value: null, fault } : { value: valueAt(table, 'cell', 0), fault: null }
}

/** Formats a value as a cell of a file: days as ISO days, flags as 是 and 否, '' if absent. */
export function cellText(type: Column['type'], value: Value): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return FLAGS[value ? 1 : 0]
  return type === 'day' ? formatDay(value as number) : String(value)
}
