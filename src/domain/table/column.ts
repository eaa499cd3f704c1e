import type { DayNumber } from '@/domain/calendar'

/** Text by dictionary: `dictionary[codes[row]]`; code 0 is the empty text and means absent. */
export interface TextColumn {
  readonly type: 'text'
  readonly codes: Uint32Array
  readonly dictionary: readonly string[]
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

export type Column = TextColumn | NumberColumn | FlagColumn | DayColumn

export const ABSENT_FLAG = 2
export const ABSENT_DAY = -0x8000_0000

/** Rows by typed columns of one length: cheap to hold, to filter and to hand to another thread. */
export interface Table {
  readonly length: number
  readonly columns: Readonly<Record<string, Column>>
}

/** One value as plain data; null where absent. */
export type Value = string | number | boolean | null

/** The value of one cell; a day is its {@link DayNumber}. Null for an absent value or column. */
export function valueAt(table: Table, name: string, row: number): Value {
  const column = table.columns[name]
  if (!column) return null
  switch (column.type) {
    case 'text':
      return column.dictionary[column.codes[row]!] || null
    case 'number':
      return Number.isNaN(column.values[row]!) ? null : column.values[row]!
    case 'flag':
      return column.values[row] === ABSENT_FLAG ? null : column.values[row] === 1
    case 'day':
      return column.values[row] === ABSENT_DAY ? null : (column.values[row] as DayNumber)
  }
}

/** The text of one cell, '' where absent. */
export function textAt(table: Table, name: string, row: number): string {
  const column = table.columns[name]
  return column?.type === 'text' ? column.dictionary[column.codes[row]!]! : ''
}

/** Builds a text column; the empty text is absent. */
export function textColumn(values: Iterable<string>): TextColumn {
  const dictionary = ['']
  const codeOf = new Map([['', 0]])
  const codes: number[] = []
  for (const value of values) {
    let code = codeOf.get(value)
    if (code === undefined) {
      code = dictionary.push(value) - 1
      codeOf.set(value, code)
    }
    codes.push(code)
  }
  return { type: 'text', codes: Uint32Array.from(codes), dictionary }
}
