import { type Header, headerAt } from '@/domain/intake/recognise/header'
import type { SheetHead } from '@/domain/intake/recognise/sheet'
import { minuteOf } from './minute-of'
import { parameterNamed, unitIn } from './monitor-columns'

/** How many rows below a header are searched for the first reading. */
const LOOKED_DOWN = 3

const textsOf = (row: readonly string[]) => new Set(row.map((cell) => cell.trim()).filter((text) => text !== ''))

/**
 * The table with empty rows for its titles: the rows above all others that have a single text, which begins in the first
 * column. A title may name parameter and unit, as a heading would, but a table of readings has a heading for the time
 * too. A single text further right is the group of the devices below it.
 */
export function withoutTitles(sheet: SheetHead): SheetHead {
  const first = sheet.rows.findIndex((row) => textsOf(row).size > 1)
  const isTitle = (row: readonly string[], at: number) => at < first && (row[0] ?? '').trim() !== ''
  return sheet.rows.some(isTitle)
    ? { ...sheet, rows: sheet.rows.map((row, at) => (isTitle(row, at) ? [] : row)) }
    : sheet
}

/**
 * Extends the header of a table of readings by the rows below that belong to it: a second row of headings (such as
 * devices under their parameter) where the first has merged or empty cells, and a row of units, which are appended to
 * the headings in brackets.
 */
export function completeHeader(sheet: SheetHead, header: Header): Header {
  return withUnits(sheet, withSecondRow(sheet, withFirstRow(sheet, header)))
}

/** Whether a row has the time of a reading. */
const hasTime = (row: readonly string[]): boolean =>
  row.some((cell) => /[:：时点.]|\d{10}/.test(cell) && minuteOf(cell) !== null)

/** If each device has one column with its name above the parameter, the time heading is only in the upper row. */
function withFirstRow(sheet: SheetHead, header: Header): Header {
  const { firstRow, rowCount, names } = header
  const above = sheet.rows[firstRow - 1] ?? []
  const isParameter = (name: string) => name === '' || parameterNamed(name.replace(/ \d+$/, '')) !== null
  const isCut =
    rowCount === 1 &&
    names.every(isParameter) &&
    names.some((name, column) => name === '' && (above[column] ?? '').trim() !== '') &&
    names.every((name, column) => name === '' || (above[column] ?? '').trim() !== '')
  return isCut ? headerAt(sheet, firstRow - 1, { from: firstRow - 1, count: 2 }) : header
}

function withSecondRow(sheet: SheetHead, header: Header): Header {
  const { firstRow, rowCount, names } = header
  const below = sheet.rows[firstRow + 1]
  if (rowCount !== 1 || !below || hasTime(below) || unitsOf(below)) return header
  const own = below.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]))
  // A merged heading continues to the right: the cell has nothing above it, but a heading further left.
  const goesOn = own.filter((column) => !names[column] && names.slice(0, column).some((name) => name !== ''))
  const isParameters = own.every((column) => parameterNamed(below[column]!) !== null)
  const isRow = sheet.rows.slice(firstRow + 2, firstRow + 2 + LOOKED_DOWN).some(hasTime)
  return own.length > 1 && (goesOn.length > 0 || isParameters) && isRow
    ? headerAt(sheet, firstRow, { from: firstRow, count: 2 })
    : header
}

/** The units in a row that has only units, by column; null if the row has anything else. */
function unitsOf(row: readonly string[]): ReadonlyMap<number, string> | null {
  const units = new Map<number, string>()
  for (const [column, cell] of row.entries()) {
    const text = cell.trim()
    if (text === '' || /^单位[:：]?$/.test(text)) continue
    const unit = unitIn(`(${text})`)
    if (unit === null || /\d{2}/.test(text)) return null
    units.set(column, unit)
  }
  return units.size > 0 ? units : null
}

function withUnits(sheet: SheetHead, header: Header): Header {
  const { firstRow, rowCount, names } = header
  const units = unitsOf(sheet.rows[firstRow + rowCount] ?? [])
  if (!units) return header
  const named = names.map((name, column) => (units.has(column) ? `${name}(${units.get(column)})` : name))
  return { ...header, rowCount: rowCount + 1, names: named }
}
