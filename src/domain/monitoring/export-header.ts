import { type Header, headerAt } from '@/domain/intake/recognise/header'
import type { SheetHead } from '@/domain/intake/recognise/sheet'
import { minuteOf } from './minute-of'
import { parameterNamed, unitIn } from './monitor-columns'

/** So far below a header the first row of readings is looked for. */
const LOOKED_DOWN = 3

/**
 * The header of a table of readings with what belongs to it below: a second row of headings, as of devices under their parameter, which
 * stands where the first row has but a merged or empty cell; and a row of units, which go into the brackets of the headings.
 */
export function completeHeader(sheet: SheetHead, header: Header): Header {
  return withUnits(sheet, withSecondRow(sheet, withFirstRow(sheet, header)))
}

/** Whether a row has the time of a reading. */
const hasTime = (row: readonly string[]): boolean =>
  row.some((cell) => /[:：时点.]|\d{10}/.test(cell) && minuteOf(cell) !== null)

/** Where each device has one column, its name over the parameter, the heading of the times stands in the first row alone. */
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
  // A heading that goes on to the right: nothing stands over a cell, and something left of it.
  const goesOn = own.filter((column) => !names[column] && names.slice(0, column).some((name) => name !== ''))
  const isParameters = own.every((column) => parameterNamed(below[column]!) !== null)
  const isRow = sheet.rows.slice(firstRow + 2, firstRow + 2 + LOOKED_DOWN).some(hasTime)
  return own.length > 1 && (goesOn.length > 0 || isParameters) && isRow
    ? headerAt(sheet, firstRow, { from: firstRow, count: 2 })
    : header
}

/** The units of a row that has nothing else, by their columns; null where it is none. */
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
