import type { PaperTable } from './papers'

/** The first columns, which name a row, are always kept. */
const ALWAYS = 2

/**
 * Removes columns that are empty in all rows, such as last year's figures in a city that has just started: on paper
 * they would only contain dashes. A word instead of a figure, such as 缺测, is content. A table without rows keeps all
 * columns, to show what it would contain.
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
