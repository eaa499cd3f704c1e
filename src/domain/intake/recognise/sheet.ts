/** Merged cells; rows and columns count from 0, ends included. */
export interface Merge {
  readonly startRow: number
  readonly startColumn: number
  readonly endRow: number
  readonly endColumn: number
}

/** First rows of a table as in the file, with the layout that the file states. */
export interface SheetHead {
  /** Name of the sheet; '' if the file has only one table. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
}

/** Number of rows used to recognise a table. */
export const HEAD_ROWS = 2000

export const countFilled = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0)
