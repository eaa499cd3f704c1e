import type { Problem, ProblemCode, Result } from '@/domain/problem'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type Table, textColumn } from '@/domain/table/column'
import { parseDayCell, parseFlag, parseNumber, plainText } from './cell'
import type { Field } from './schema'

/** A table as it comes out of a file: a header and rows of cells. */
export interface RawTable {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The header is line 1 of the file, the first row line 2. */
const FIRST_ROW_LINE = 2

/** Matches headings to fields; several fields may not share a column. */
export function matchColumns(header: readonly string[], fields: readonly Field[]): Map<string, number> {
  const plain = header.map(plainText)
  const matched = new Map<string, number>()
  for (const field of fields) {
    const column = plain.findIndex((heading) => field.headings.includes(heading) || heading === field.name)
    if (column >= 0) matched.set(field.name, column)
  }
  return matched
}

/**
 * Reads rows of cells into typed columns by a list of fields. A cell that can't be read becomes absent and a problem;
 * a missing column is absent throughout, and a problem only where it is required.
 * The value is null when a required column is missing.
 */
export function readTable(raw: RawTable, fields: readonly Field[]): Result<Table> {
  const problems: Problem[] = []
  const matched = matchColumns(raw.header, fields)
  for (const field of fields) {
    if (field.required && !matched.has(field.name)) {
      const seen = raw.header.join('、')
      problems.push({
        code: 'column-missing',
        file: raw.file,
        column: field.headings[0]!,
        seen,
        expected: field.headings.join(' / '),
      })
    }
  }
  if (problems.length > 0) return { value: null, problems }
  const columns: Record<string, Column> = {}
  for (const field of fields) {
    const column = matched.get(field.name)
    const cells = raw.rows.map((row) => (column === undefined ? '' : plainText(row[column] ?? '')))
    const report = (code: ProblemCode, row: number, expected?: string) =>
      problems.push({
        code,
        file: raw.file,
        row: row + FIRST_ROW_LINE,
        column: field.headings[0]!,
        seen: cells[row]!,
        ...(expected === undefined ? {} : { expected }),
      })
    columns[field.name] = readColumn(field, cells, report)
  }
  return { value: { length: raw.rows.length, columns }, problems }
}

type Report = (code: ProblemCode, row: number, expected?: string) => void

function readColumn(field: Field, cells: readonly string[], report: Report): Column {
  if (field.required) {
    cells.forEach((cell, row) => {
      if (cell === '') report('required-missing', row)
    })
  }
  const parse = <T>(cell: string, row: number, absent: T, parser: (cell: string) => T | null, code: ProblemCode): T => {
    if (cell === '') return absent
    const value = parser(cell)
    if (value === null) report(code, row)
    return value ?? absent
  }
  switch (field.type) {
    case 'text':
      return textColumn(cells.map((cell, row) => allowedText(field, cell, row, report)))
    case 'flag': {
      const flags = cells.map((cell, row) =>
        parse(
          cell,
          row,
          ABSENT_FLAG,
          (text) => (parseFlag(text) === null ? null : Number(parseFlag(text))),
          'not-a-boolean',
        ),
      )
      return { type: 'flag', values: Uint8Array.from(flags) }
    }
    case 'day': {
      const days = cells.map((cell, row) => parse(cell, row, ABSENT_DAY, parseDayCell, 'not-a-date'))
      return { type: 'day', values: Int32Array.from(days) }
    }
    case 'number': {
      const [least, most] = field.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      const numbers = cells.map((cell, row) => {
        const value = parse(cell, row, Number.NaN, parseNumber, 'not-a-number')
        if (value >= least && value <= most) return value
        if (!Number.isNaN(value)) report('out-of-range', row, `${least} … ${most}`)
        return Number.NaN
      })
      return { type: 'number', values: Float64Array.from(numbers) }
    }
  }
}

function allowedText(field: Field, cell: string, row: number, report: Report): string {
  if (cell === '' || !field.values || field.values.includes(cell)) return cell
  report('not-in-list', row, field.values.join('、'))
  return ''
}
