import { compassDegrees } from '@/domain/geodesy/compass'
import { type Header, isRepeatedHeader } from '@/domain/intake/recognise/header'
import { unitsOf } from '@/domain/monitoring/column-units'
import type { PeriodOf } from '@/domain/monitoring/device-times'
import type { ExportForm } from '@/domain/monitoring/export-form'
import { flagIndex } from '@/domain/monitoring/flag-words'
import type { GrowingReadings } from '@/domain/monitoring/growing-readings'
import { minuteOf } from '@/domain/monitoring/minute-of'
import { parameterNamed, unitIn } from '@/domain/monitoring/monitor-columns'
import { type Parameter, UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { TimesSeen } from '@/domain/monitoring/time-numbers'
import { isAbsentMark, parseNumber } from '@/domain/sources/reading/cell'
import type { UnreadReason, UnreadRows } from './unread-rows'

/** Receives rows of a table; `first` is the index of the first of them, from 0. */
export type TakeRows = (rows: readonly (readonly string[])[], first: number) => void

/** Target into which the tables of a file are read. */
export interface ExportSink {
  readonly readings: GrowingReadings
  readonly unread: UnreadRows
  /** Receives each parameter's unit as stated by the first table that has it; null if that table states none. */
  readonly stated: Map<Parameter, string | null>
  /** Receives the name of a device, by code. */
  readonly names: Map<string, string>
  /** Notes the times as they are written. */
  readonly seen: TimesSeen
  /** Tells the minutes to add to times that are the other end of their periods than the package takes. */
  readonly later: PeriodOf | null
}

/** A value followed by a flag, as some platforms write it: 0.123(D). */
const FLAGGED = /^([-+]?[\d.]+)\s*[(（]?([NFMSDCTB])[)）]?$/i

/** Value and flag of a cell; null if empty or absent, `wrong` if it is neither. */
function cellValue(cell: string, parameter: Parameter | null): { value: number; flag: number } | 'wrong' | null {
  const number = Number(cell)
  if (Number.isFinite(number) && (number !== 0 || cell.trim() !== '')) return { value: number, flag: 0 }
  const text = cell.normalize('NFKC').trim()
  if (text === '' || isAbsentMark(text)) return null
  const degrees = parameter === 'wind-direction' ? compassDegrees(text) : null
  // A workbook shows a percentage cell as 65%.
  const written = degrees ?? parseNumber(parameter === 'humidity' ? text.replace(/ *%$/, '') : text)
  if (written !== null) return { value: written, flag: 0 }
  const flagged = FLAGGED.exec(text)
  if (flagged) return { value: Number(flagged[1]), flag: flagIndex(flagged[2]!) }
  return 'wrong'
}

/** Each time occurs once per device: it is parsed only once. */
function minutesOnce(seen: TimesSeen): (cell: string) => Minute | null {
  const known = new Map<string, Minute | null>()
  return (cell) => {
    let minute = known.get(cell)
    if (minute === undefined) {
      minute = minuteOf(cell)
      known.set(cell, minute)
      if (minute !== null) seen.addCell(cell, minute)
    }
    return minute
  }
}

/** The minute at which a reading is stored, whose time is noted as it is written. */
function storedAt({ seen, later }: ExportSink, code: string, minute: Minute): Minute {
  seen.add(code, minute)
  return later ? minute + later(code, minute) : minute
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '')

/**
 * Passes on each row below the header with its time; a non-empty row without a time is reported as unread. `at` counts
 * from 0.
 */
function timedRows(
  header: Header,
  time: number,
  { unread, seen }: Pick<ExportSink, 'unread' | 'seen'>,
  take: (cells: readonly string[], minute: Minute, at: number) => void,
): TakeRows {
  const minuteIn = minutesOnce(seen)
  return (rows, first) => {
    for (const [i, cells] of rows.entries()) {
      const at = first + i
      if (at < header.firstRow + header.rowCount) continue
      const minute = minuteIn(cells[time] ?? '')
      if (minute !== null) take(cells, minute, at)
      else if (!isEmpty(cells) && !isRepeatedHeader(cells, header))
        unread.add(at, header.names[time]!, 'time', cells[time] ?? '')
    }
  }
}

/** Whether a table names the device of its rows. */
export const namesDevice = (form: ExportForm): boolean =>
  form.form === 'long'
    ? form.columns.device !== null
    : form.form === 'devices' || form.columns.some(({ of }) => of === 'device' || of === 'name')

/** Device of a row: the first non-empty of these columns; `of` if the table has none. */
function deviceIn(columns: readonly (number | null)[], of: string): (cells: readonly string[]) => string {
  const some = columns.filter((each) => each !== null)
  if (some.length === 0) return () => of
  return (cells) => {
    for (const column of some) {
      const cell = cells[column]?.trim()
      if (cell) return cell
    }
    return ''
  }
}

/** Records the name of a device from the first row that has one. */
function namesIn(column: number | null, names: Map<string, string>): (code: string, cells: readonly string[]) => void {
  if (column === null) return () => undefined
  return (code, cells) => {
    if (names.has(code)) return
    const name = cells[column]?.trim()
    if (name && name !== code) names.set(code, name)
  }
}

/**
 * Reads a table with one column per parameter, skipping rows without values; `device` is used if no column names the
 * device. Values of a later table in another unit are converted to the first stated unit; they are not read if either
 * unit is unknown.
 */
export function wideRows(
  { header, columns }: ExportForm & { readonly form: 'wide' },
  device: string,
  sink: ExportSink,
): TakeRows {
  const { readings: into, unread, stated } = sink
  const of = (what: 'time' | 'device' | 'name') => columns.find((each) => each.of === what)?.column ?? null
  const time = of('time')!
  const deviceOf = deviceIn([of('device'), of('name')], device)
  const noteName = namesIn(of('device') === null ? null : of('name'), sink.names)
  const values = columns.filter((each) => each.of === 'value')
  const all = values.map(({ parameter }) => parameter)
  // The flag of a parameter overrides that of the row.
  const flags = columns
    .filter((each) => each.of === 'flag')
    .sort((a, b) => Number(a.parameter !== null) - Number(b.parameter !== null))
  const factors = values.map(({ parameter, unit }) => {
    into.seriesOf(parameter)
    if (!stated.has(parameter)) stated.set(parameter, unit)
    return factorBetween(parameter, unit, stated.get(parameter)!)
  })

  return timedRows(header, time, sink, (cells, minute, at) => {
    const code = deviceOf(cells)
    if (code === '') {
      unread.add(at, null, 'device', '')
      return
    }
    noteName(code, cells)
    // A platform writes a row for each time: a device without values at that time has no reading.
    let own = -1
    const row = () => {
      if (own < 0) own = into.add(code, storedAt(sink, code, minute), at + 1)
      return own
    }
    for (const [nth, { parameter, column }] of values.entries()) {
      const cell = cells[column] ?? ''
      if (cell === '') continue
      const said = cellValue(cell, parameter)
      if (said === null) continue
      row()
      if (said === 'wrong') unread.add(at, header.names[column]!, 'number', cell, code)
      else {
        const factor = factors[nth]!
        if (factor === null) unread.add(at, header.names[column]!, 'unit', cell, code)
        else into.set(row(), parameter, said.value * factor)
        if (said.flag > 0) into.flag(row(), parameter, said.flag)
      }
    }
    for (const { parameter, column } of flags) {
      const flag = flagIndex(cells[column] ?? '')
      if (flag === UNKNOWN_FLAG) unread.add(at, header.names[column]!, 'flag', cells[column]!, code)
      if (flag > 0) for (const each of parameter ? [parameter] : all) into.flag(row(), each, flag)
    }
  })
}

/**
 * Reads a table with one value per row. The first row of a parameter determines its unit; rows in other units are
 * converted.
 */
export function longRows(
  { header, columns }: ExportForm & { readonly form: 'long' },
  device: string,
  sink: ExportSink,
): TakeRows {
  const { readings: into, unread, stated } = sink
  const deviceOf = deviceIn([columns.device], device)
  const noteName = namesIn(columns.name, sink.names)
  const parameters = new Map<string, Parameter | null>()
  const parameterIn = (cell: string) => {
    if (!parameters.has(cell)) parameters.set(cell, parameterNamed(cell))
    return parameters.get(cell)!
  }
  const unitOf = (cells: readonly string[]) =>
    (columns.unit === null ? null : unitIn(`(${cells[columns.unit] ?? ''})`)) ?? unitIn(cells[columns.parameter] ?? '')

  return timedRows(header, columns.time, sink, (cells, minute, at) => {
    const add = (column: number, why: UnreadReason, device: string | null = null) =>
      unread.add(at, header.names[column]!, why, cells[column] ?? '', device)
    const [code, parameter] = [deviceOf(cells), parameterIn(cells[columns.parameter] ?? '')]
    if (code === '') {
      unread.add(at, null, 'device', '')
      return
    }
    if (!parameter) {
      add(columns.parameter, 'parameter', code)
      return
    }
    noteName(code, cells)
    const said = cellValue(cells[columns.value] ?? '', parameter)
    if (said === 'wrong') add(columns.value, 'number', code)
    const flag = columns.flag === null ? 0 : flagIndex(cells[columns.flag] ?? '')
    into.seriesOf(parameter)
    if (said === null && flag === 0) return
    const row = into.rowFor(code, storedAt(sink, code, minute), at + 1)
    if (said && said !== 'wrong') {
      const unit = unitOf(cells)
      if (!stated.has(parameter)) stated.set(parameter, unit)
      const factor = factorBetween(parameter, unit, stated.get(parameter)!)
      if (!Number.isNaN(into.value(row, parameter))) into.noteAgain(code, at + 1)
      if (factor === null) add(columns.unit ?? columns.parameter, 'unit', code)
      else into.set(row, parameter, said.value * factor)
      if (said.flag > 0) into.flag(row, parameter, said.flag)
    }
    if (flag === UNKNOWN_FLAG) add(columns.flag!, 'flag', code)
    if (flag > 0) into.flag(row, parameter, flag)
  })
}

/**
 * Reads a table with one or more columns per device. A device has a reading at a time if any of its cells has content.
 * For a column of unknown parameter, only the times are read.
 */
export function deviceRows(
  { header, time, columns: { devices } }: ExportForm & { readonly form: 'devices' },
  sink: ExportSink,
): TakeRows {
  const { readings: into, unread, stated } = sink
  const columns = devices.map((each) => {
    const { parameter, unit } = each
    if (parameter === null) return { ...each, factor: 1 }
    into.seriesOf(parameter)
    if (!stated.has(parameter)) stated.set(parameter, unit)
    return { ...each, factor: factorBetween(parameter, unit, stated.get(parameter)!) }
  })

  return timedRows(header, time, sink, (cells, minute, at) => {
    for (const { column, device, parameter, factor } of columns) {
      const cell = cells[column] ?? ''
      const said = cell === '' ? null : cellValue(cell, parameter)
      if (said === null) continue
      const place = said === 'wrong' ? flagIndex(cell) : said.flag
      if (said === 'wrong' && place === UNKNOWN_FLAG) {
        unread.add(at, header.names[column]!, 'number', cell, device)
        continue
      }
      const row = into.rowFor(device, storedAt(sink, device, minute), at + 1)
      if (parameter === null) continue
      if (!Number.isNaN(into.value(row, parameter))) into.noteAgain(device, at + 1)
      if (factor === null) unread.add(at, header.names[column]!, 'unit', cell, device)
      else if (said !== 'wrong') into.set(row, parameter, said.value * factor)
      if (place > 0) into.flag(row, parameter, place)
    }
  })
}

/** Factor for converting a value between units; null if either is unknown. */
function factorBetween(parameter: Parameter, from: string | null, to: string | null): number | null {
  if (from === to) return 1
  const units = unitsOf(parameter)
  // A parameter with a single unit needs no statement.
  if (Object.keys(units).length === 1) return 1
  const [a, b] = [units[from ?? ''], units[to ?? '']]
  return a === undefined || b === undefined ? null : a / b
}
