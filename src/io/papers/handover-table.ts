import type { PaperPicture, PaperTable } from './papers'

/** Photos of one row, side by side in one picture, with what they show. */
export interface RowPhotos {
  readonly row: number
  readonly caption: string
  readonly picture: PaperPicture
}

/** A further table, and what it is of: an office's own document has a field for each. */
export type NamedTable = PaperTable & { readonly field: 'returned' | 'rounds' | 'coverage' | 'found' }

/** A hand-over sheet in the words of its reader, for paper and for a spreadsheet. */
export interface HandoverTable {
  readonly name: string
  readonly title: string
  readonly subtitle: string
  readonly to: string
  readonly intro: string
  readonly headings: readonly string[]
  /** Percent of the page's width. */
  readonly widths: readonly number[]
  /** A line break within a cell separates findings. */
  readonly rows: readonly (readonly string[])[]
  /** A map of the sources with their numbers. */
  readonly picture: { readonly bytes: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number } | null
  /** Further tables after the first; those without rows are left out on paper. */
  readonly more?: readonly NamedTable[]
  readonly photos?: readonly RowPhotos[]
  /** Lines to be filled in by hand. */
  readonly blanks: readonly string[]
  /** Where the data is from, and how real it is. */
  readonly notes: readonly string[]
}
