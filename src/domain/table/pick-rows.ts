import { textColumn } from './build-column'
import { type Column, lineOf, linesOfRows, type Table, textOf } from './column'

/** A table of some rows of another, in the order in which they are given. */
export function pickRows(table: Table, rows: readonly number[]): Table {
  const columns = Object.entries(table.columns).map(([name, column]) => [name, pick(column, rows)] as const)
  const lines = Uint32Array.from(rows, (row) => lineOf(table, row))
  return { length: rows.length, columns: Object.fromEntries(columns), ...linesOfRows(lines) }
}

function pick(column: Column, rows: readonly number[]): Column {
  switch (column.type) {
    case 'text':
    case 'packed':
      return textColumn(rows.map((row) => textOf(column, row)))
    case 'number':
      return { type: 'number', values: Float64Array.from(rows, (row) => column.values[row]!) }
    case 'flag':
      return { type: 'flag', values: Uint8Array.from(rows, (row) => column.values[row]!) }
    case 'day':
      return { type: 'day', values: Int32Array.from(rows, (row) => column.values[row]!) }
  }
}
