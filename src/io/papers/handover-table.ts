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
  /** Lines to be filled in by hand. */
  readonly blanks: readonly string[]
  /** Where the data is from, and how real it is. */
  readonly notes: readonly string[]
}
