import { FLAGS } from '@/domain/sources/view/column-test'
import { ABSENT_DAY, valueAt } from '@/domain/table/column'
import type { TableView } from './table-view'

/** Distribution of a column's values, for its filter. */
export type ColumnFacts =
  | { readonly type: 'text'; readonly distinct: number; readonly common: readonly (readonly [string, number])[] }
  | {
      readonly type: 'range'
      readonly day: boolean
      readonly least: number
      readonly most: number
      readonly bins: readonly number[]
    }

const MAX_CATEGORIES = 40
const BINS = 24

/** Distribution of a column's values among a table's rows. */
export function columnFacts({ table, order }: TableView, name: string): ColumnFacts {
  const column = table.columns[name]!
  if (column.type === 'number' || column.type === 'day') return rangeOf(order, column.values, column.type === 'day')
  const counts = new Map<string, number>()
  for (const row of order) {
    const value = valueAt(table, name, row)
    const text = typeof value === 'boolean' ? FLAGS[value ? 1 : 0] : String(value ?? '')
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_CATEGORIES)
  return { type: 'text', distinct: counts.size, common }
}

function rangeOf(order: Uint32Array, values: Float64Array | Int32Array, day: boolean): ColumnFacts {
  const known = Array.from(order, (row) => values[row]!).filter(
    (value) => !Number.isNaN(value) && !(day && value === ABSENT_DAY),
  )
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of known) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const bins = new Array<number>(BINS).fill(0)
  for (const value of known) bins[Math.min(BINS - 1, Math.floor(((value - least) / (most - least || 1)) * BINS))]!++
  return { type: 'range', day, least, most, bins }
}
