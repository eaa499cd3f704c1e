/**
 * Where a file of the app stands among the bytes of the single file: its first byte, their number, whether they are packed (gzip),
 * and its type.
 */
export type Place = readonly [from: number, bytes: number, packed: 0 | 1, type: string]

/** The files of the app by their paths in its folder. */
export type Index = Readonly<Record<string, Place>>

/** Begins the address of a module that another one imports, until the boot code puts the real one there. */
export const IMPORTED = 'chentu-module:'

/** What the page is started with. */
export interface Start {
  /** Address that the files go by; it ends with `/`. */
  readonly base: string
  readonly index: Index
  /** The first module, the style sheets that have to be there before it, and modules that it imports at once. */
  readonly entry: string
  readonly sheets: readonly string[]
  readonly soon: readonly string[]
}
