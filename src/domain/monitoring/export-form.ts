import { findHeader, type Header, headerAt, headingParts } from '@/domain/intake/recognise/header'
import { filled, type SheetHead } from '@/domain/intake/recognise/sheet'
import { trackForm } from '@/domain/trucks/track-form'
import { type DeviceColumns, deviceColumns } from './device-columns'
import { deviceHeading, namedDevices } from './device-heading'
import { completeHeader } from './export-header'
import { intervalsOf } from './interval'
import { dayBegin, localDay } from './local-time'
import { isLongHeading, type LongColumns, longColumns } from './long-columns'
import { minuteOf } from './minute-of'
import { type MonitorColumn, monitorColumns, parameterNamed } from './monitor-columns'
import type { Parameter } from './parameter'

/** How the export of a monitor is made up: a column for each parameter, a row for each, or a column for each device. */
export type ExportForm = { readonly header: Header } & (
  | { readonly form: 'wide'; readonly columns: readonly MonitorColumn[] }
  | { readonly form: 'long'; readonly columns: LongColumns }
  | { readonly form: 'devices'; readonly time: number; readonly columns: DeviceColumns }
)

/** What a person said of a table. */
export interface SaidOfExport {
  /** That it holds readings: then it needs no heading that says so. */
  readonly isReadings?: boolean
  /** Of what the columns of devices are that name no parameter. */
  readonly parameter?: Parameter
  /** Row of the header from 0, and how many rows it has. */
  readonly header?: { readonly row: number; readonly count: number }
}

const isOfExport = (heading: string): boolean => monitorColumns([heading]).length > 0 || isLongHeading(heading)
/** Whether a heading is one of a table of readings, of whatever form. */
export const isOfDevices = (heading: string): boolean => isOfExport(heading) || !!deviceHeading(heading)?.parameter

/** So many rows tell which column has times where no heading says it. */
const SAMPLE = 50

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

/** The times of rows, each once. */
const timesOf = (rows: readonly (readonly string[])[], time: number) =>
  Int32Array.from(new Set(rows.flatMap((row) => minuteOf(row[time] ?? '') ?? [])))

/** Whether times follow each other as those of a monitor do. */
function isRegular(rows: readonly (readonly string[])[], time: number): boolean {
  const once = timesOf(rows, time).sort()
  return intervalsOf({ devices: [''], device: new Uint32Array(once.length), minute: once })[0] !== null
}

/** The rows of a table that hold something. */
export const rowsBelow = (sheet: SheetHead, { firstRow, rowCount }: Header) =>
  sheet.rows.slice(firstRow + rowCount).filter((cells) => filled(cells) > 0)

/**
 * How a table of readings is made up, by its headings and its times; null where it is no export of a monitor. `file` is the name of
 * its file, which may say of what a table of devices is.
 */
export function exportForm(sheet: SheetHead, file = '', said: SaidOfExport = {}): ExportForm | null {
  if (sheet.rows.length === 0) return null
  const header = headerOf(sheet, isOfExport, said)
  const devices = () => byDevices(sheet, headerOfDevices(sheet, said), file, said)
  // Two columns of one parameter, each of a device: PM10(东门), PM10(西门).
  const first = namedDevices(header.names).size > 1 ? devices() : null
  return first ?? byHeadings(sheet, header) ?? devices()
}

function headerOf(sheet: SheetHead, isKnown: (heading: string) => boolean, { header }: SaidOfExport): Header {
  const found = header
    ? headerAt(sheet, header.row, { from: header.row, count: header.count })
    : findHeader(sheet, isKnown)
  return completeHeader(sheet, found)
}

/** The header of a table that may have a column for each device. */
export const headerOfDevices = (sheet: SheetHead, said: SaidOfExport): Header => headerOf(sheet, isOfDevices, said)

/** A table with a column of times and others that are headed as platforms head them. */
function byHeadings(sheet: SheetHead, header: Header): ExportForm | null {
  const columns = columnsOf(header)
  const rows = rowsBelow(sheet, header)
  const time = columns.find((each) => each.of === 'time')
  if (!time || rows.length === 0 || !holdsTimes(rows, time.column)) return null
  if (columns.some((each) => each.of === 'value')) return { header, form: 'wide', columns }
  const long = longColumns(header.names, columns)
  const names = (cells: readonly string[]) => parameterNamed(cells[long!.parameter] ?? '') !== null
  return long && rows.some(names) ? { header, form: 'long', columns: long } : null
}

/** Where a column names the device, a row of words over the parameters says nothing: 监测数据 over PM10. */
function columnsOf({ names }: Header): readonly MonitorColumn[] {
  const columns = monitorColumns(names)
  const has = (...what: readonly MonitorColumn['of'][]) => columns.some(({ of }) => what.includes(of))
  return has('value') || !has('device', 'name')
    ? columns
    : monitorColumns(names.map((name) => headingParts(name).at(-1)!))
}

/** The column of times, by its heading or else by its cells; null where there is none. */
export function timeColumn(sheet: SheetHead, header: Header): number | null {
  const rows = rowsBelow(sheet, header)
  const headed = monitorColumns(header.names).find((each) => each.of === 'time')
  if (headed) return holdsTimes(rows, headed.column) ? headed.column : null
  const found = header.names.findIndex((_, column) => holdsTimes(rows.slice(0, SAMPLE), column))
  return found < 0 ? null : found
}

/** A table with a column of times, none that names devices, and one or more for each device. */
function byDevices(sheet: SheetHead, header: Header, file: string, said: SaidOfExport): ExportForm | null {
  const time = timeColumn(sheet, header)
  if (time === null || monitorColumns(header.names).some(({ of }) => of === 'device' || of === 'name')) return null
  const rows = rowsBelow(sheet, header)
  // A time that stands again and again is of a device that another column names.
  if (timesOf(rows, time).length * 2 < rows.length) return null
  const isSaid = said.isReadings === true
  const columns = deviceColumns(header, rows, time, [header.title, sheet.name, file], {
    ...{ said: said.parameter ?? null, least: isSaid ? 1 : 2 },
  })
  if (!columns) return null
  if (isSaid || columns.by === 'parameter') return { header, form: 'devices', time, columns }
  // Nothing names a parameter: what is measured every hour, and nothing but figures, may be readings, unless it is where a truck was.
  if (trackForm(sheet)) return null
  const isOther = (column: number) =>
    column !== time &&
    !columns.devices.some((each) => each.column === column) &&
    !columns.aside.includes(header.names[column]!)
  const hasOthers = header.names.some(
    (name, column) => isOther(column) && name !== '' && rows.some((cells) => (cells[column] ?? '').trim() !== ''),
  )
  return isRegular(rows, time) && !hasOthers ? { header, form: 'devices', time, columns } : null
}
