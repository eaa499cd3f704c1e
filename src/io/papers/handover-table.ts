import type { PaperPicture, PaperTable } from './papers'

/** A photo of a report with its caption. */
export interface ReportPhoto {
  /** The table and row it belongs to: the report's own table, or the further table of that name. */
  readonly list: 'own' | NamedTable['field']
  readonly row: number
  /** Caption, with the row's number in that table. */
  readonly name: string
  readonly lines: readonly string[]
  /** Null if unreadable; its lines are still shown. */
  readonly picture: PaperPicture | null
}

/** Photos grouped under a heading. */
export interface ReportPhotos {
  readonly title: string
  readonly photos: readonly ReportPhoto[]
}

/** A further table, and the template field it fills in an office's own document. */
export type NamedTable = PaperTable & { readonly field: 'returned' | 'rounds' | 'cases' | 'coverage' | 'found' }

/** A one-page letter: the request with a summary, and the name of its annex. */
export interface SheetLetter {
  readonly intro: string
  readonly summary: PaperTable
  /** '' if it is sent without its list. */
  readonly annex: string
}

/** A hand-over sheet in the reader's words, for paper and for a spreadsheet. */
export interface HandoverTable {
  readonly name: string
  readonly title: string
  readonly subtitle: string
  readonly to: string
  readonly intro: string
  /** Says to what the rows were narrowed, so that what is missing is not taken for absent; '' or absent if to nothing. */
  readonly only?: string
  readonly headings: readonly string[]
  /** In percent of the page's width. */
  readonly widths: readonly number[]
  /** Line breaks within a cell separate findings. */
  readonly rows: readonly (readonly string[])[]
  /** The same in fewer, wider columns that fit a page; absent if all columns fit. */
  readonly onPaper?: Pick<HandoverTable, 'headings' | 'widths' | 'rows'> & Pick<PaperTable, 'isSmall'>
  /** The letter to which the rows are an annex; absent if the sheet is not a letter. */
  readonly letter?: SheetLetter
  /** A map of the sources with their numbers. */
  readonly picture: { readonly bytes: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number } | null
  /** Further tables after the first; on paper those without rows are left out. */
  readonly more?: readonly NamedTable[]
  readonly photos?: readonly ReportPhotos[]
  /** Lines to fill in by hand. */
  readonly blanks: readonly string[]
  /** Origin and class of the data. */
  readonly notes: readonly string[]
}
