import { textColumn } from './build-column'
import { type Column, lineOf, linesOfRows, type PackedColumn, type Table, type TextColumn } from './column'

type Rows = readonly number[] | Uint32Array

/** A table with some rows of another, in the given order. */
export function pickRows(table: Table, rows: Rows): Table {
  const columns = Object.entries(table.columns).map(([name, column]) => [name, pickColumn(column, rows)] as const)
  const lines = Uint32Array.from(rows, (row) => lineOf(table, row))
  return { length: rows.length, columns: Object.fromEntries(columns), ...linesOfRows(lines) }
}

/** Some rows of a column, copied into new arrays. */
export function pickColumn(column: Column, rows: Rows): Column {
  switch (column.type) {
    case 'text':
      return pickTexts(column, rows)
    case 'packed':
      return pickPacked(column, rows)
    case 'number':
      return { type: 'number', values: Float64Array.from(rows, (row) => column.values[row]!) }
    case 'flag':
      return { type: 'flag', values: Uint8Array.from(rows, (row) => column.values[row]!) }
    case 'day':
      return { type: 'day', values: Int32Array.from(rows, (row) => column.values[row]!) }
  }
}

function pickTexts({ codes, dictionary }: TextColumn, rows: Rows): Column {
  // A dictionary with more texts than rows would be mostly unused.
  if (dictionary.length > rows.length) return textColumn(Array.from(rows, (row) => dictionary[codes[row]!]!))
  const picked = new (codes.constructor as new (length: number) => typeof codes)(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = codes[rows[i]!]!
  return { type: 'text', codes: picked, dictionary }
}

/** Copies the bytes directly; decoding and encoding each text takes ten times as long. */
function pickPacked({ offsets, bytes }: PackedColumn, rows: Rows): PackedColumn {
  const picked = new Uint32Array(rows.length + 1)
  for (let i = 0; i < rows.length; i++) picked[i + 1] = picked[i]! + offsets[rows[i]! + 1]! - offsets[rows[i]!]!
  const copied = new Uint8Array(picked[rows.length]!)
  for (let i = 0; i < rows.length; i++)
    copied.set(bytes.subarray(offsets[rows[i]!]!, offsets[rows[i]! + 1]!), picked[i]!)
  return { type: 'packed', offsets: picked, bytes: copied }
}
