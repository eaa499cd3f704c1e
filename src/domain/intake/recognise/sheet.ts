/** Cells that a spreadsheet shows as one; rows and columns from 0, ends included. */
export interface Merge {
  readonly startRow: number
  readonly startColumn: number
  readonly endRow: number
  readonly endColumn: number
}

/** The first rows of a table as they stand in a file, and what the file says of its form. */
export interface SheetHead {
  /** Name of the sheet; empty where a file has but one table. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
}

/** So many rows are looked at to tell what a table is. */
export const HEAD_ROWS = 2000

export const filled = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0)
