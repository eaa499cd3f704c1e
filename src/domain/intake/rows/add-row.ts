/** Adds a row to each of some columns, by their names. */
export function addRow(rowsOf: Map<string, Set<number>>, columns: Iterable<string>, row: number): void {
  for (const column of columns) {
    const rows = rowsOf.get(column)
    if (rows) rows.add(row)
    else rowsOf.set(column, new Set([row]))
  }
}
