import type { NumberColumn } from '@/domain/table/column'

/** Name of the column that is worked out beside those of a kind. */
export const OVERDUE_DAYS = 'overdueDays'

/** Days overdue of the sources from `first` on, as a column of a table; absent where nothing is overdue. */
export function overdueColumn(overdueDays: Int32Array, first: number, length: number): NumberColumn {
  const days = new Float64Array(overdueDays.subarray(first, first + length))
  return { type: 'number', values: days.map((count) => count || Number.NaN) }
}
