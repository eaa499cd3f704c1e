import { EXTRA } from '@/domain/sources/reading/read-table'
import { type Field, fieldMeaning } from './field'
import type { Kind } from './kind'

/** Not editable in cells: records and links refer to a source by its code, and its position is set on the map. */
const NOT_IN_CELLS = ['code', 'lon', 'lat'] as const

/**
 * The field behind a column of a table of sources, if its cells may be edited; null for computed columns and those not
 * set in cells. In a table of all kinds, the grade is the field of the row's kind.
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
