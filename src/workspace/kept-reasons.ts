import { keysOf } from '@/domain/intake/merge'
import { textColumn } from '@/domain/table/build-column'
import { type Column, type Table, textAt, valueAt } from '@/domain/table/column'

const hasFigure = (table: Table, row: number) => valueAt(table, 'value', row) !== null

/**
 * The reasons and remarks of a table of published figures: its own, else those stored for the same county and month. Why
 * there was no figure is no remark beside one that the table brings.
 */
export function keptReasons(stored: Table, table: Table, key: readonly string[]): Column {
  const rows = new Map(keysOf(stored, key).map((each, row) => [each, row]))
  const storedReason = (row: number, was: number | undefined) =>
    was === undefined || (hasFigure(table, row) && !hasFigure(stored, was)) ? '' : textAt(stored, 'reason', was)
  return textColumn(
    keysOf(table, key).map((each, row) => textAt(table, 'reason', row) || storedReason(row, rows.get(each))),
  )
}
