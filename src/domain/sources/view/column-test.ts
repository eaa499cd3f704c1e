import { ABSENT_DAY, ABSENT_FLAG, type Column, textOf } from '@/domain/table/column'

/** A test of one column of a source's own table: a substring, a list of values, or a closed range. */
export type ColumnTest =
  | { readonly column: string; readonly contains: string }
  /** Flags are '是' and '否'; '' means not recorded. */
  | { readonly column: string; readonly oneOf: readonly string[] }
  /** Numbers, or days as days since 1970; null for an open end. */
  | { readonly column: string; readonly from: number | null; readonly to: number | null }

/** Texts of a flag: no, yes, and not recorded. */
export const FLAGS = ['否', '是', ''] as const

/**
 * Compiles a test for the rows of a column. A row fails if its kind lacks the column, or if it has no value for a
 * range.
 */
export function compileTest(test: ColumnTest, column: Column | undefined): (row: number) => boolean {
  if (!column) return () => false
  if ('from' in test) {
    if (column.type !== 'number' && column.type !== 'day') return () => false
    const from = test.from ?? Number.NEGATIVE_INFINITY
    const to = test.to ?? Number.POSITIVE_INFINITY
    const absent = column.type === 'day' ? ABSENT_DAY : Number.NaN
    const { values } = column
    return (row) => values[row] !== absent && values[row]! >= from && values[row]! <= to
  }
  const passes =
    'contains' in test
      ? (text: string) => text.toLowerCase().includes(test.contains.toLowerCase())
      : (text: string) => test.oneOf.includes(text)
  if (column.type === 'text') {
    // Each distinct text is tried once.
    const allowed = column.dictionary.map(passes)
    return (row) => allowed[column.codes[row]!]!
  }
  if (column.type === 'packed') return (row) => passes(textOf(column, row))
  if (column.type === 'flag') {
    const allowed = FLAGS.map(passes)
    return (row) => allowed[column.values[row] === ABSENT_FLAG ? 2 : column.values[row]!]!
  }
  return () => false
}
