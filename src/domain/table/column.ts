import type { DayNumber } from '@/domain/calendar'

/** Dictionary indexes, in the narrowest array that fits them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** Text by dictionary: `dictionary[codes[row]]`; code 0 is the empty text and means absent. For repeating texts. */
export interface TextColumn {
  readonly type: 'text'
  readonly codes: Codes
  readonly dictionary: readonly string[]
}

/**
 * Text as UTF-8: row `i` is `bytes` from `offsets[i]` to `offsets[i + 1]`; empty means absent. `bytes` may contain more
 * than this column. For names and codes, which rarely repeat.
 */
export interface PackedColumn {
  readonly type: 'packed'
  readonly offsets: Uint32Array
  readonly bytes: Uint8Array
}

/** Numbers; NaN is absent. */
export interface NumberColumn {
  readonly type: 'number'
  readonly values: Float64Array
}

/** Yes (1), no (0) or {@link ABSENT_FLAG}. */
export interface FlagColumn {
  readonly type: 'flag'
  readonly values: Uint8Array
}

/** Calendar days as days since 1970-01-01, or {@link ABSENT_DAY}. */
export interface DayColumn {
  readonly type: 'day'
  readonly values: Int32Array
}

export type Column = TextColumn | PackedColumn | NumberColumn | FlagColumn | DayColumn

export const ABSENT_FLAG = 2
export const ABSENT_DAY = -0x8000_0000

/** Rows in typed columns of equal length: cheap to store, filter and send to another thread. */
export interface Table {
  readonly length: number
  readonly columns: Readonly<Record<string, Column>>
  /** Line in the file for each row, from 1; absent if the rows are consecutive below the header, see {@link lineOf}. */
  readonly lines?: Uint32Array
}

/** First line below a one-line header. */
const FIRST_LINE = 2

/** Line of a row in the file, as in a spreadsheet: from 1, counting blank lines, and a cell of several lines as one. */
export function lineOf({ lines }: Pick<Table, 'lines'>, row: number): number {
  return lines?.[row] ?? row + FIRST_LINE
}

/** The `lines` of a table; {} if its rows are consecutive below the header. */
export function linesOfRows(lines: Uint32Array): { readonly lines?: Uint32Array } {
  return lines.every((line, row) => line === row + FIRST_LINE) ? {} : { lines }
}

/** By column, 1 for each row whose cell was set by something other than the file, even to the same value. */
export type SetCells = ReadonlyMap<string, Uint8Array>

/** One value as plain data; null if absent. */
export type Value = string | number | boolean | null

/** Total bytes of the texts in a packed column. */
export const packedLength = ({ offsets }: PackedColumn) => offsets.at(-1)! - offsets[0]!

/** Whether all values of a column are absent. */
export function isEmpty(column: Column): boolean {
  switch (column.type) {
    case 'text':
      return holdsOnly(column.codes, 0)
    case 'packed':
      return packedLength(column) === 0
    case 'number':
      return holdsOnly(column.values, Number.NaN)
    case 'flag':
      return holdsOnly(column.values, ABSENT_FLAG)
    case 'day':
      return holdsOnly(column.values, ABSENT_DAY)
  }
}

/** A plain loop, because a function call for each of a million rows of twenty columns is noticeably slow. */
function holdsOnly(values: ArrayLike<number>, absent: number): boolean {
  for (let row = 0; row < values.length; row++) if (!Object.is(values[row], absent)) return false
  return true
}

/** Packed text has no byte order mark: a BOM in a cell is part of the text. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Text of a row; '' if absent or if the column contains no text. */
export function textOf(column: Column | undefined, row: number): string {
  if (column?.type === 'text') return column.dictionary[column.codes[row]!]!
  if (column?.type !== 'packed') return ''
  return utf8.decode(column.bytes.subarray(column.offsets[row]!, column.offsets[row + 1]!))
}

/** Number of texts of a packed column decoded at once when rows are read in order. */
const ROWS_AT_ONCE = 256

/** Returns a reader for texts in row order: calling the decoder for every row takes ten times as long. */
export function textsInOrder(column: Column | undefined): (row: number) => string {
  if (column?.type !== 'packed') return (row) => textOf(column, row)
  const { offsets, bytes } = column
  const rows = offsets.length - 1
  let first = 0
  let texts: string[] = []
  return (row) => {
    if (row < first || row >= first + texts.length) {
      first = row
      const end = Math.min(rows, row + ROWS_AT_ONCE)
      texts = splitTexts(utf8.decode(bytes.subarray(offsets[first]!, offsets[end]!)), column, first, end)
    }
    return texts[row - first]!
  }
}

/**
 * Splits the decoded text of rows `from` to `to` (excluded) at their byte boundaries: in UTF-8 one byte starts each
 * character, and a character of four bytes has two UTF-16 units.
 */
function splitTexts(whole: string, { offsets, bytes }: PackedColumn, from: number, to: number): string[] {
  const texts = new Array<string>(to - from)
  let unit = 0
  for (let row = from; row < to; row++) {
    const begin = unit
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const byte = bytes[i]!
      if (byte < 0x80 || byte >= 0xc0) unit += byte >= 0xf0 ? 2 : 1
    }
    texts[row - from] = whole.slice(begin, unit)
  }
  return texts
}

/** Value of one cell; a day is its {@link DayNumber}. Null if the value or column is absent. */
export function valueAt(table: Table, name: string, row: number): Value {
  const column = table.columns[name]
  if (!column) return null
  switch (column.type) {
    case 'text':
    case 'packed':
      return textOf(column, row) || null
    case 'number':
      return Number.isNaN(column.values[row]!) ? null : column.values[row]!
    case 'flag':
      return column.values[row] === ABSENT_FLAG ? null : column.values[row] === 1
    case 'day':
      return column.values[row] === ABSENT_DAY ? null : (column.values[row] as DayNumber)
  }
}

/** Text of one cell; '' if absent. */
export function textAt(table: Table, name: string, row: number): string {
  return textOf(table.columns[name], row)
}

/**
 * Rows of a column with one of the given texts, in order. In a packed column, only texts with the same length and last
 * bytes as a wanted text are decoded.
 */
export function rowsOfTexts(column: Column | undefined, wanted: ReadonlySet<string>): [row: number, text: string][] {
  const found: [number, string][] = []
  if (column?.type === 'text') {
    const isWanted = column.dictionary.map((text) => wanted.has(text))
    column.codes.forEach((code, row) => {
      if (isWanted[code]) found.push([row, column.dictionary[code]!])
    })
  } else if (column?.type === 'packed') {
    const { offsets, bytes } = column
    const encoder = new TextEncoder()
    const marks = new Set([...wanted].map((text) => encoder.encode(text)).map((text) => markOf(text, 0, text.length)))
    for (let row = 0; row < offsets.length - 1; row++) {
      if (!marks.has(markOf(bytes, offsets[row]!, offsets[row + 1]!))) continue
      const text = textOf(column, row)
      if (wanted.has(text)) found.push([row, text])
    }
  }
  return found
}

/** A number that texts of other lengths or endings rarely share. */
const markOf = (bytes: Uint8Array, from: number, to: number): number =>
  to - from < 4 ? to - from : (to - from) ^ (bytes[to - 1]! << 22) ^ (bytes[to - 2]! << 14) ^ (bytes[to - 3]! << 6)

/** First row from `from` on with this text; -1 if none. */
export function findText(column: Column | undefined, text: string, from = 0): number {
  if (column?.type === 'text') {
    const code = column.dictionary.indexOf(text)
    return code < 0 ? -1 : column.codes.indexOf(code, from)
  }
  if (column?.type !== 'packed') return -1
  const wanted = new TextEncoder().encode(text)
  const { offsets, bytes } = column
  for (let row = from; row < offsets.length - 1; row++) {
    const start = offsets[row]!
    if (offsets[row + 1]! - start !== wanted.length) continue
    let same = 0
    while (same < wanted.length && bytes[start + same] === wanted[same]) same++
    if (same === wanted.length) return row
  }
  return -1
}
