/** Location of a file within the bytes of the single file: offset, length, whether it is gzipped, and its type. */
export type Place = readonly [from: number, bytes: number, packed: 0 | 1, type: string]

/** The app's files by path. */
export type Index = Readonly<Record<string, Place>>

/** Prefix of an imported module's address, replaced by the boot code with the real one. */
export const MODULE_PREFIX = 'chentu-module:'

/** What the page is started with. */
export interface Start {
  /** Base address of the files; ends with `/`. */
  readonly base: string
  readonly index: Index
  /** The first module, the style sheets required before it, and modules that it imports at once. */
  readonly entry: string
  readonly sheets: readonly string[]
  readonly soon: readonly string[]
}
