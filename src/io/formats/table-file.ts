import type { FeatureCollection } from 'geojson'
import { HEAD_ROWS, type SheetHead } from '@/domain/intake/recognise/sheet'
import type { ProblemGroup } from '@/domain/intake/rows/problem-log'
import type { OnRows } from './csv'
import type { EncodingFinding } from './encoding'
import { nextTask, ROWS_AT_ONCE } from './next-task'

/** What kind of file something is, told by its bytes. An HTML table or XML spreadsheet that was saved as .xls is one. */
export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'ods' | 'docx' | 'geojson' | 'kml' | 'gpx' | 'shapefile' | 'package'

/** A whole table as plain data, which can go from one worker to another. */
export interface HeldTable {
  readonly head: Omit<SheetHead, 'rows'>
  readonly rows: readonly (readonly string[])[]
  readonly hidden: boolean
  /** Lines, where the file brings them; the rows are in their order below the header. */
  readonly lines: FeatureCollection | null
  /** What the file says of its coordinates: a `crs` member, or that its format is WGS-84. */
  readonly crs: string
  /** What was wrong with cells on the way, counted: a sheet may have millions of one kind. */
  readonly problems: readonly ProblemGroup[]
}

/** One table of a file. */
export interface SheetFile extends Omit<HeldTable, 'head' | 'rows' | 'problems'> {
  readonly head: SheetHead
  /** Reads all rows from the first on. */
  read(onRows: OnRows, signal?: AbortSignal): Promise<readonly ProblemGroup[]>
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

/** A table in memory as something that can be read. */
export function heldSheet({ rows, head, problems, ...facts }: HeldTable): SheetFile {
  return {
    ...facts,
    head: { ...head, rows: rows.slice(0, HEAD_ROWS) },
    async read(onRows, signal) {
      for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
        await nextTask()
        signal?.throwIfAborted()
        onRows(rows.slice(first, first + ROWS_AT_ONCE) as string[][], first, 0)
      }
      return problems
    },
  }
}
