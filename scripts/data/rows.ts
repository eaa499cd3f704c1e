import Papa from 'papaparse'
import { formatDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'

/** A generated cell; days are day numbers, null and undefined are absent. */
export type Cell = string | number | boolean | null | undefined
export type Row = Record<string, Cell>

function cellText(field: Field, cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (field.type === 'flag') return cell ? '是' : '否'
  return field.type === 'day' ? formatDay(cell as number) : String(cell)
}

/** Rows as CSV with each field's first heading. @throws if a row has a field that the schema lacks */
export function toCsv(fields: readonly Field[], rows: readonly Row[]): string {
  const names = new Set(fields.map(({ name }) => name))
  for (const row of rows) for (const name of Object.keys(row)) if (!names.has(name)) throw new Error(`no field ${name}`)
  const cells = rows.map((row) => fields.map((field) => cellText(field, row[field.name])))
  return `${Papa.unparse([fields.map(({ headings }) => headings[0]!), ...cells], { newline: '\n' })}\n`
}

/** A row as properties of a GeoJSON feature. */
export function toProperties(fields: readonly Field[], row: Row): Record<string, string> {
  const filled = fields.filter(({ name }) => row[name] !== null && row[name] !== undefined)
  return Object.fromEntries(filled.map((field) => [field.headings[0]!, cellText(field, row[field.name])]))
}
