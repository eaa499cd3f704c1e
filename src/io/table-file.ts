import type { FeatureCollection } from 'geojson'
import type { SheetHead } from '@/domain/intake/sheet'
import type { Problem } from '@/domain/problem'
import type { OnRows } from './csv'
import type { EncodingFinding } from './encoding'

/** What kind of file something is, told by its bytes. */
export type FileFormat = 'csv' | 'xlsx' | 'geojson' | 'kml' | 'gpx' | 'shapefile' | 'package'

/** One table of a file. */
export interface SheetFile {
  readonly head: SheetHead
  readonly hidden: boolean
  /** Reads all rows from the first on. */
  read(onRows: OnRows, signal?: AbortSignal): Promise<readonly Problem[]>
  /** Lines, where the file brings them; the rows are in their order below the header. */
  readonly lines: FeatureCollection | null
  /** What the file says of its coordinates: a `crs` member, or that its format is WGS-84. */
  readonly crs: string
}

/** A file that was opened and can be read table by table. */
export interface TableFile {
  readonly name: string
  readonly bytes: number
  readonly format: FileFormat
  readonly encoding: EncodingFinding | null
  readonly delimiter: string | null
  readonly sheets: readonly SheetFile[]
}

/** Whole rows of a table in memory as something that can be read. */
export function heldSheet(
  rows: readonly (readonly string[])[],
  facts: Omit<SheetFile, 'read' | 'head'> & { readonly head: Omit<SheetHead, 'rows'> },
  headRows: number,
): SheetFile {
  return {
    ...facts,
    head: { ...facts.head, rows: rows.slice(0, headRows) },
    async read(onRows, signal) {
      signal?.throwIfAborted()
      onRows(rows as string[][], 0, 0)
      return []
    },
  }
}
