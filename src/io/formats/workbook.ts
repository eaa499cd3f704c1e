import type { Merge } from '@/domain/intake/recognise/sheet'
import { ProblemLog } from '@/domain/intake/rows/problem-log'
import { TooLargeError } from './file-errors'
import type { HeldTable } from './table-file'

/** Value of a workbook cell; for a formula, its result. */
export type WorkbookCell = string | number | boolean | Date | null | undefined

/** A sheet as read by a library. */
export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly WorkbookCell[] | undefined)[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
  readonly hidden: boolean
}

/** Parts of a number format that are shown as they are: texts, and single characters. */
const LITERAL = /"[^"]*"|[\\_*]./g

/** Whether a number format shows a percentage: `0%`, `0.0%;-0.0%`. */
export const isPercentFormat = (format: string): boolean => format.replace(LITERAL, '').includes('%')

/**
 * A cell with such a format as the spreadsheet shows it, 85% for 0.85; with all its digits, since 99.6 % shown as 100%
 * is not the whole.
 */
export const percentText = (value: number): string =>
  Number.isFinite(value) ? `${Number((value * 100).toPrecision(13))}%` : ''

/** Limits of an Excel sheet. */
const MAX_ROWS = 1 << 20
const MAX_COLUMNS = 1 << 14
/** No real sheet has more cells; two distant corners could span them. */
const MAX_CELLS = 10_000_000
/**
 * Number of failed formulas per sheet that are kept individually, besides the first of each column; all are counted.
 */
const MAX_KEPT = 10_000
const MIDNIGHT = 'T00:00:00.000Z'
/** Value of a cell whose formula failed. */
const ERROR = /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)$/

/** Cell text as the import reads it: days as ISO days, numbers without rounding noise, booleans as 是 and 否. */
export function cellText(value: WorkbookCell): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const text = value.toISOString()
    return text.endsWith(MIDNIGHT) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  // Excel shows 15 digits; digits 16 and 17 are rounding noise such as that of 0.1 + 0.2.
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : ''
  return value.replace(/_x000D_/g, '').replace(/\r\n?/g, '\n')
}

/** A column as Excel names it: 0 is A, 26 is AA. */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

/**
 * A sheet as a table with unchanged row numbers. A vertically merged cell applies to all its rows (one county beside
 * its sites); a horizontally merged cell is read once. A cell with a failed formula becomes empty, with a problem.
 * @throws TooLargeError if it spans more than a spreadsheet can have.
 */
export function sheetTable(sheet: WorkbookSheet, file: string): HeldTable {
  const log = new ProblemLog()
  let kept = 0
  const failed = (seen: string, row: number, column: number) => {
    const letters = columnLetters(column)
    const list = log.count({ code: 'cell-error', action: 'emptied' }, letters)
    if (!list || (list.length > 0 && kept >= MAX_KEPT)) return
    kept++
    list.push({ code: 'cell-error', file, sheet: sheet.name, row: row + 1, column: letters, seen, action: 'emptied' })
  }
  let cells = 0
  if (sheet.rows.length > MAX_ROWS) throw new TooLargeError(sheet.rows.length)
  const rows = Array.from(sheet.rows, (values = [], row) => {
    cells += values.length
    if (values.length > MAX_COLUMNS || cells > MAX_CELLS) throw new TooLargeError(cells)
    const texts = Array.from(values, (value, column) => {
      const text = cellText(value)
      if (!text.startsWith('#') || !ERROR.test(text)) return text
      failed(text, row, column)
      return ''
    })
    // Cells with formatting only are ignored.
    while (texts.at(-1) === '') texts.pop()
    return texts
  })
  fillDown(rows, sheet.merges, cells)
  const { name, merges, hiddenColumns, hidden } = sheet
  return { head: { name, merges, hiddenColumns }, rows, hidden, lines: null, crs: '', problems: log.groups() }
}

function fillDown(rows: string[][], merges: readonly Merge[], before: number): void {
  let cells = before
  for (const { startRow, endRow, startColumn } of merges) {
    const text = rows[startRow]?.[startColumn] ?? ''
    if (text === '' || startColumn >= MAX_COLUMNS) continue
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row++) {
      const there = rows[row]!
      cells += 1 + Math.max(0, startColumn - there.length)
      if (cells > MAX_CELLS) throw new TooLargeError(cells)
      while (there.length <= startColumn) there.push('')
      there[startColumn] = text
    }
  }
}
