import type { PaperPicture, PaperTable } from './papers'

/** A photo of a report, and what is said of it. */
export interface ReportPhoto {
  /** The table that it belongs to: the report's own, or the further one of that name; and the row in it. */
  readonly list: 'own' | NamedTable['field']
  readonly row: number
  /** What it is of, with its number in that table. */
  readonly name: string
  readonly lines: readonly string[]
  /** Null where it could not be read: its lines stand all the same. */
  readonly picture: PaperPicture | null
}

/** Photos that stand together, under a heading of their own. */
export interface ReportPhotos {
  readonly title: string
  readonly photos: readonly ReportPhoto[]
}

/** A further table, and what it is of: an office's own document has a field for each. */
export type NamedTable = PaperTable & { readonly field: 'returned' | 'rounds' | 'coverage' | 'found' }

/** A letter of one page: what is asked, summed up, and what its annex is called. */
export interface SheetLetter {
  readonly intro: string
  readonly summary: PaperTable
  /** '' where it goes out without its list. */
  readonly annex: string
}

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
  /** The same in fewer and wider columns, as a page has room for them; absent where it has room for all. */
  readonly onPaper?: Pick<HandoverTable, 'headings' | 'widths' | 'rows'> & Pick<PaperTable, 'isSmall'>
  /** What a letter says that its rows are the annex of; absent where they stand in it. */
  readonly letter?: SheetLetter
  /** A map of the sources with their numbers. */
  readonly picture: { readonly bytes: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number } | null
  /** Further tables after the first; those without rows are left out on paper. */
  readonly more?: readonly NamedTable[]
  readonly photos?: readonly ReportPhotos[]
  /** Lines to be filled in by hand. */
  readonly blanks: readonly string[]
  /** Where the data is from, and how real it is. */
  readonly notes: readonly string[]
}
