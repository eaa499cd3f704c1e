import { fieldNameByMeaning, type KindId } from '@/domain/sources/kinds/kind'
import { isFoundColumn, OVERDUE_DAYS } from '@/domain/sources/kinds/reserved'
import { compileTest } from '@/domain/sources/view/column-test'
import type { Column } from '@/domain/table/column'
import { type FilteredSources, passesAllBut } from '@/questions/filtered-sources'
import { COORDINATE_COLUMNS } from '@/questions/table/table-columns'

/** Distribution of a column's numbers among the sources that all other filters leave. */
export interface NumberSpread {
  readonly column: string
  /** Kinds with this column, in the order of the package; empty for a column that all kinds have. */
  readonly kinds: readonly KindId[]
  /** Smallest and largest number. */
  readonly least: number
  readonly most: number
  /** Whether all numbers are integers. */
  readonly whole: boolean
  /** Width of a bar; the first begins at `least`. */
  readonly width: number
  /** Number of sources in each bar, smallest numbers first. */
  readonly bars: readonly number[]
  /** Sources of these kinds without a number. */
  readonly absent: number
}

const MAX_BARS = 24

/** Numbers of one table's rows, and 1 for each row that counts. */
interface Part {
  readonly values: Float64Array
  readonly counts: Uint8Array
}

/**
 * Distributions of days overdue and of each numeric field of the kinds that are left. Positions are skipped, and
 * columns with the same value everywhere, unless a filter uses the column.
 */
export function numberSpreads(filtered: FilteredSources): readonly NumberSpread[] {
  const { evaluated, filters } = filtered
  const allows = passesAllBut(filtered, 'columns')
  const columns = new Map<string, { readonly kinds: Set<KindId>; readonly parts: Part[] }>()
  for (const { kind, schema, table, first } of evaluated.tables) {
    const columnOf = (name: string): Column | undefined =>
      isFoundColumn(name) ? filtered.found.column(name, first, table.length) : table.columns[name]
    /** Rows that pass all filters except those on one column. */
    const passing = (but: string | null) => {
      const others = filters.columns.filter(({ column }) => column !== but)
      const tests = others.map((test) => compileTest(test, columnOf(test.column)))
      const counts = new Uint8Array(table.length)
      for (let row = 0; row < counts.length; row++)
        if (allows(first + row) && tests.every((test) => test(row))) counts[row] = 1
      return counts
    }
    // Most columns have no filter of their own, and share this mask.
    const all = passing(null)
    const task = fieldNameByMeaning(schema, 'task')
    const fields = schema.fields.filter(({ type, name }) => type === 'number' && !COORDINATE_COLUMNS.includes(name))
    for (const { name } of [{ name: OVERDUE_DAYS }, ...(task === undefined ? fields : [])]) {
      const column = columnOf(name)
      if (column?.type !== 'number') continue
      const isAsked = filters.columns.some((test) => test.column === name)
      const found = columns.get(name) ?? { kinds: new Set(), parts: [] }
      columns.set(name, found)
      found.parts.push({ values: column.values, counts: isAsked ? passing(name) : all })
      if (name !== OVERDUE_DAYS) found.kinds.add(kind)
    }
  }
  return [...columns].flatMap(([column, { kinds, parts }]) => {
    const spread = spreadOf(parts)
    const isAsked = filters.columns.some((test) => test.column === column)
    return spread && (spread.least < spread.most || isAsked) ? [{ column, kinds: [...kinds], ...spread }] : []
  })
}

function spreadOf(parts: readonly Part[]): Omit<NumberSpread, 'column' | 'kinds'> | null {
  let [least, most, absent, whole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, true]
  for (const { values, counts } of parts)
    for (let row = 0; row < values.length; row++) {
      if (counts[row] === 0) continue
      const value = values[row]!
      if (Number.isNaN(value)) {
        absent++
        continue
      }
      if (value < least) least = value
      if (value > most) most = value
      whole &&= Number.isInteger(value)
    }
  if (most < least) return null
  // For integers, each bar covers the same number of them.
  const width = whole ? Math.ceil((most - least + 1) / MAX_BARS) : (most - least) / MAX_BARS
  const bars = new Array<number>(whole ? Math.ceil((most - least + 1) / width) : MAX_BARS).fill(0)
  for (const { values, counts } of parts)
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!
      if (counts[row] === 0 || Number.isNaN(value)) continue
      bars[Math.min(bars.length - 1, Math.floor((value - least) / width))]!++
    }
  return { least, most, whole, width, bars, absent }
}
