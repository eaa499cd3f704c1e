import { type Table, textOf } from './column'

/** One condition on a column: one of some texts, or a closed range. */
export type Condition =
  | { readonly column: string; readonly oneOf: ReadonlySet<string> }
  | { readonly column: string; readonly from: number; readonly to: number }

/**
 * Clears the mask of every row that fails a condition. Absent values fail every condition.
 * @throws RangeError if the column is missing or has another type.
 */
function narrow(mask: Uint8Array, table: Table, condition: Condition): void {
  const column = table.columns[condition.column]
  if (!column) throw new RangeError(`no column ${condition.column}`)
  if ('oneOf' in condition) {
    if (column.type === 'packed') {
      for (let row = 0; row < table.length; row++) mask[row]! &= condition.oneOf.has(textOf(column, row)) ? 1 : 0
      return
    }
    if (column.type !== 'text') throw new RangeError(`column ${condition.column} is not text`)
    const wanted = Uint8Array.from(column.dictionary, (text) => (text !== '' && condition.oneOf.has(text) ? 1 : 0))
    for (let row = 0; row < table.length; row++) mask[row]! &= wanted[column.codes[row]!]!
  } else {
    if (column.type === 'text' || column.type === 'packed') throw new RangeError(`column ${condition.column} is text`)
    const { values } = column
    for (let row = 0; row < table.length; row++) {
      const value = values[row]!
      mask[row]! &= value >= condition.from && value <= condition.to ? 1 : 0
    }
  }
}

/** Returns 1 for every row that meets all conditions, otherwise 0. */
export function filterRows(table: Table, conditions: readonly Condition[]): Uint8Array {
  const mask = new Uint8Array(table.length).fill(1)
  for (const condition of conditions) narrow(mask, table, condition)
  return mask
}
