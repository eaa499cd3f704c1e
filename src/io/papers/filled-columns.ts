import type { PaperTable } from './papers'

/** The name of a row, and what it is named beside, stand whatever is known of them. */
const ALWAYS = 2

/**
 * A table without the columns of which nothing is known in any row, as last year's of a city that has just begun: on paper they
 * would be dashes from top to bottom. A word in the place of a figure, as 缺测, is something known. Without any row a table has
 * all its columns: they say what it would be of.
 */
export function filledColumns(table: PaperTable): PaperTable {
  const isEmpty = (cell: unknown) => cell === null || cell === undefined || cell === ''
  const isSaid = (rows: readonly (readonly unknown[])[] | undefined, column: number) =>
    rows?.some((row) => !isEmpty(row[column])) ?? false
  const isKept = (column: number) =>
    column < ALWAYS || isSaid(table.rows, column) || isSaid(table.texts, column) || !isEmpty(table.total?.[column])
  if (table.rows.length === 0 || table.headings.every((_, column) => isKept(column))) return table
  const of = <T>(cells: readonly T[]) => cells.filter((_, column) => isKept(column))
  const { headings, formats, rows, texts, overCells, notes, fills, widths, total } = table
  return {
    ...table,
    headings: of(headings),
    formats: of(formats),
    rows: rows.map(of),
    ...(texts ? { texts: texts.map(of) } : {}),
    ...(overCells ? { overCells: overCells.map(of) } : {}),
    ...(notes ? { notes: notes.map(of) } : {}),
    ...(fills ? { fills: fills.map(of) } : {}),
    ...(widths ? { widths: of(widths) } : {}),
    ...(total ? { total: of(total) } : {}),
  }
}
