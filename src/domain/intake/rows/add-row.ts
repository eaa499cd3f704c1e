import type { Field } from '@/domain/sources/kinds/field'

/** Adds a row to each of some columns, by their names. */
export function addRow(rowsOf: Map<string, Set<number>>, columns: Iterable<string>, row: number): void {
  for (const column of columns) {
    const rows = rowsOf.get(column)
    if (rows) rows.add(row)
    else rowsOf.set(column, new Set([row]))
  }
}

/** The rows of columns by the names of their fields instead of by the headings that the app writes for them. */
export function rowsByField(
  rowsOf: ReadonlyMap<string, ReadonlySet<number>>,
  fields: readonly Field[],
): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    fields.flatMap(({ name, headings }) => {
      const rows = rowsOf.get(headings[0]!)
      return rows ? [[name, rows] as const] : []
    }),
  )
}
