import { EXTRA } from '@/domain/sources/reading/read-table'
import { type Field, fieldMeaning } from './field'
import type { Kind } from './kind'

/** By its code a source is known to all that speaks of it; its place is set on the map, where one sees what one does. */
const NOT_IN_CELLS = ['code', 'lon', 'lat'] as const

/**
 * The field of a kind that a column of a table of sources stands for, where its cells may be written over; null for what is
 * worked out, and for what is not set in a cell. In a table of all kinds the grade is that of each kind.
 */
export function storedField({ fields }: Pick<Kind, 'fields'>, column: string): Field | null {
  if (column.startsWith(EXTRA)) {
    const heading = column.slice(EXTRA.length)
    return { name: column, title: { zh: heading, en: heading }, headings: [heading], type: 'text' }
  }
  const field =
    fields.find(({ name }) => name === column) ?? (column === 'grade' ? fieldMeaning(fields, 'grade') : undefined)
  return field && !(NOT_IN_CELLS as readonly string[]).includes(field.name) ? field : null
}
