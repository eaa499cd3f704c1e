import { findHeader, type Header } from '@/domain/intake/recognise/header'
import { filled, type SheetHead } from '@/domain/intake/recognise/sheet'
import { dayBegin, localDay } from './local-time'
import { isLongHeading, type LongColumns, longColumns } from './long-columns'
import { minuteOf } from './minute-of'
import { type MonitorColumn, monitorColumns, parameterNamed } from './monitor-columns'

/** How the export of a monitor is made up: a column for each parameter, or a row. */
export type ExportForm = { readonly header: Header } & (
  | { readonly form: 'wide'; readonly columns: readonly MonitorColumn[] }
  | { readonly form: 'long'; readonly columns: LongColumns }
)

const isOfExport = (heading: string): boolean => monitorColumns([heading]).length > 0 || isLongHeading(heading)

/**
 * Whether the cells of a column say times of day, most of them. Times that are all midnights are days; one midnight is that of
 * many devices where it is written as a time.
 */
function holdsTimes(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '')
  const minutes = cells.map(minuteOf).filter((each) => each !== null)
  if (minutes.length * 2 <= rows.length) return false
  // A table of days is none of readings.
  if (minutes.some((each) => each !== dayBegin(localDay(each)))) return true
  return new Set(minutes).size === 1 && cells.some((cell) => /[:：时点]|\d{10}/.test(cell))
}

/** How a table of readings is made up, by its headings and its times; null where it is no export of a monitor. */
export function exportForm(sheet: SheetHead): ExportForm | null {
  if (sheet.rows.length === 0) return null
  const header = findHeader(sheet, isOfExport)
  const columns = monitorColumns(header.names)
  const rows = sheet.rows.slice(header.firstRow + header.rowCount).filter((cells) => filled(cells) > 0)
  const time = columns.find((each) => each.of === 'time')
  if (!time || rows.length === 0 || !holdsTimes(rows, time.column)) return null
  if (columns.some((each) => each.of === 'value')) return { header, form: 'wide', columns }
  const long = longColumns(header.names, columns)
  const names = (cells: readonly string[]) => parameterNamed(cells[long!.parameter] ?? '') !== null
  return long && rows.some(names) ? { header, form: 'long', columns: long } : null
}
