import { bareHeading, findHeader, type Header } from '@/domain/intake/recognise/header'
import { filled, type SheetHead } from '@/domain/intake/recognise/sheet'
import { dayBegin, localDay } from './local-time'
import { minuteOf } from './minute-of'
import { type MonitorColumn, monitorColumns, parameterNamed } from './monitor-columns'

/** A table with a value a row: device, time, parameter, value; its columns from 0. */
export interface LongColumns {
  readonly time: number
  readonly device: number | null
  readonly parameter: number
  readonly value: number
  readonly unit: number | null
  readonly flag: number | null
}

/** How the export of a monitor is made up: a column for each parameter, or a row. */
export type ExportForm = { readonly header: Header } & (
  | { readonly form: 'wide'; readonly columns: readonly MonitorColumn[] }
  | { readonly form: 'long'; readonly columns: LongColumns }
)

const PARAMETER =
  /^(?:监测|污染)?(?:因子|参数|指标|物|项目)(?:名称|编码|代码)?$|^(?:parameter|factor|pollutant)(?:code)?$/
const VALUE = /^(?:监测|实时|平均|数据)?(?:数值|浓度|值|结果)$|^(?:value|avg|rtd)$/
const UNIT = /^(?:计量|数据|浓度)?单位$|^unit$/
const FLAG = /^(?:数据|监测)?(?:标识|标记|状态|flag)$/

const isOfExport = (heading: string): boolean =>
  monitorColumns([heading]).length > 0 || [PARAMETER, VALUE, UNIT].some((words) => words.test(bareHeading(heading)))

function longColumns(names: readonly string[], known: readonly MonitorColumn[]): LongColumns | null {
  const bare = names.map(bareHeading)
  const place = (words: RegExp): number | null => {
    const at = bare.findIndex((each) => words.test(each))
    return at < 0 ? null : at
  }
  const of = (what: 'time' | 'device' | 'name') => known.find((each) => each.of === what)?.column ?? null
  const [time, parameter, value] = [of('time'), place(PARAMETER), place(VALUE)]
  if (time === null || parameter === null || value === null || parameter === value) return null
  return { time, device: of('device') ?? of('name'), parameter, value, unit: place(UNIT), flag: place(FLAG) }
}

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
