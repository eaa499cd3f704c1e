import { findHeader, type Header, headerAt, headingParts } from '@/domain/intake/recognise/header'
import { countFilled, type SheetHead } from '@/domain/intake/recognise/sheet'
import { trackForm } from '@/domain/trucks/track-form'
import { type DeviceColumns, deviceColumns } from './device-columns'
import { deviceHeading, namedDevices } from './device-heading'
import { completeHeader, withoutTitles } from './export-header'
import type { HourRule } from './hours'
import { intervalsOf } from './interval'
import { dayBegin, localDay } from './local-time'
import { isLongHeading, type LongColumns, longColumns } from './long-columns'
import { minuteOf } from './minute-of'
import { type MonitorColumn, monitorColumns, parameterNamed } from './monitor-columns'
import type { Parameter } from './parameter'

/** The layout of a monitor export: a column per parameter, a row per parameter, or a column per device. */
export type ExportForm = { readonly header: Header } & (
  | { readonly form: 'wide'; readonly columns: readonly MonitorColumn[] }
  | { readonly form: 'long'; readonly columns: LongColumns }
  | { readonly form: 'devices'; readonly time: number; readonly columns: DeviceColumns }
)

/** The table's time column. */
export function timeOf(form: ExportForm): number {
  if (form.form === 'devices') return form.time
  if (form.form === 'long') return form.columns.time
  return form.columns.find(({ of }) => of === 'time')!.column
}

/** What the user stated about a table, or other files of the same import show. */
export interface ExportHints {
  /** The table holds readings; no heading needs to confirm it. */
  readonly isReadings?: boolean
  /** The parameter of device columns that name none. */
  readonly parameter?: Parameter
  /** Row of the header from 0, and how many rows it has. */
  readonly header?: { readonly row: number; readonly count: number }
  /** Another file with the same headings has hours to 24, so hours without 0 are ends of hours here too. */
  readonly besideEnds?: boolean
  /**
   * Whether times are begins or ends, by the headings of their table: where the file does not show it, or, under a key of
   * its own, against what the file shows.
   */
  readonly stamps?: Readonly<Record<string, HourRule['stamp']>>
}

const isOfExport = (heading: string): boolean => monitorColumns([heading]).length > 0 || isLongHeading(heading)
/** Whether a heading can belong to a table of readings, in any layout. */
export const canBeReadingsHeading = (heading: string): boolean =>
  isOfExport(heading) || !!deviceHeading(heading)?.parameter

/** How many rows are checked to find the time column if no heading names it. */
const SAMPLE = 50

/**
 * Whether most cells of a column hold times of day. Different midnights are taken as days. A single midnight counts if
 * it is written as a time: the same time for many devices.
 */
function holdsTimes(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '')
  const minutes = cells.map(minuteOf).filter((each) => each !== null)
  if (minutes.length * 2 <= rows.length) return false
  // A table of days does not hold readings.
  if (minutes.some((each) => each !== dayBegin(localDay(each)))) return true
  return new Set(minutes).size === 1 && cells.some((cell) => /[:：时点]|\d{10}/.test(cell))
}

/** The distinct times of the rows. */
const timesOf = (rows: readonly (readonly string[])[], time: number) =>
  Int32Array.from(new Set(rows.flatMap((row) => minuteOf(row[time] ?? '') ?? [])))

/** Whether the times have a usual interval of monitors. */
function isRegular(rows: readonly (readonly string[])[], time: number): boolean {
  const once = timesOf(rows, time).sort()
  return intervalsOf({ devices: [''], device: new Uint32Array(once.length), minute: once })[0] !== null
}

/** The non-empty rows below the header. */
export const rowsBelow = (sheet: SheetHead, { firstRow, rowCount }: Header) =>
  sheet.rows.slice(firstRow + rowCount).filter((cells) => countFilled(cells) > 0)

/**
 * Detects the layout of a table of readings from its headings and times; null if it is no monitor export. `file`: the
 * file name, which may name the parameter of a table with device columns.
 */
export function exportForm(sheet: SheetHead, file = '', hints: ExportHints = {}): ExportForm | null {
  if (sheet.rows.length === 0) return null
  const header = headerOf(sheet, isOfExport, hints)
  const devices = () => byDevices(sheet, readingsHeader(sheet, hints), file, hints)
  // Two columns of one parameter for two devices: PM10(东门), PM10(西门).
  const first = namedDevices(header.names).size > 1 ? devices() : null
  return first ?? byHeadings(sheet, header) ?? devices()
}

function headerOf(sheet: SheetHead, isKnown: (heading: string) => boolean, { header }: ExportHints): Header {
  if (header) return completeHeader(sheet, headerAt(sheet, header.row, { from: header.row, count: header.count }))
  const untitled = withoutTitles(sheet)
  const found = completeHeader(untitled, findHeader(untitled, isKnown))
  const { title } = headerAt(sheet, found.firstRow)
  return { ...found, title }
}

/** The header of a table that may have a column for each device. */
export const readingsHeader = (sheet: SheetHead, hints: ExportHints): Header =>
  headerOf(sheet, canBeReadingsHeading, hints)

/** A table with a time column and the usual headings of platform exports. */
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

/** If a column names the device, ignore an upper heading above the parameters, such as 监测数据 above PM10. */
function columnsOf({ names }: Header): readonly MonitorColumn[] {
  const columns = monitorColumns(names)
  const has = (...what: readonly MonitorColumn['of'][]) => columns.some(({ of }) => what.includes(of))
  return has('value') || !has('device', 'name')
    ? columns
    : monitorColumns(names.map((name) => headingParts(name).at(-1)!))
}

/** The time column, by its heading or else by its cells; null if there is none. */
export function timeColumn(sheet: SheetHead, header: Header): number | null {
  const rows = rowsBelow(sheet, header)
  const headed = monitorColumns(header.names).find((each) => each.of === 'time')
  if (headed) return holdsTimes(rows, headed.column) ? headed.column : null
  const found = header.names.findIndex((_, column) => holdsTimes(rows.slice(0, SAMPLE), column))
  return found < 0 ? null : found
}

/** A table with a time column, no column that names devices, and one or more columns per device. */
function byDevices(sheet: SheetHead, header: Header, file: string, hints: ExportHints): ExportForm | null {
  const time = timeColumn(sheet, header)
  if (time === null || monitorColumns(header.names).some(({ of }) => of === 'device' || of === 'name')) return null
  const rows = rowsBelow(sheet, header)
  // If times repeat in many rows, another column must name the device.
  if (timesOf(rows, time).length * 2 < rows.length) return null
  const isSaid = hints.isReadings === true
  const columns = deviceColumns(header, rows, time, [header.title, sheet.name, file], {
    ...{ said: hints.parameter ?? null, least: isSaid ? 1 : 2 },
  })
  if (!columns) return null
  if (isSaid || columns.by === 'parameter') return { header, form: 'devices', time, columns }
  // Nothing names a parameter. Regular times with only numbers beside them may be readings, unless they are truck
  // positions.
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
