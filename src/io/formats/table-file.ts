import type { FeatureCollection } from 'geojson'
import { HEAD_ROWS, type SheetHead } from '@/domain/intake/recognise/sheet'
import type { ProblemGroup } from '@/domain/intake/rows/problem-log'
import type { OnRows } from './csv'
import type { EncodingFinding } from './encoding'
import { nextTask, ROWS_AT_ONCE } from './next-task'

/** File format, detected from the bytes. An HTML table or XML spreadsheet saved as .xls counts as `xls`. */
export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'ods' | 'docx' | 'geojson' | 'kml' | 'gpx' | 'shapefile' | 'package'

/** A whole table as plain data that can be posted between workers. */
export interface HeldTable {
  readonly head: Omit<SheetHead, 'rows'>
  readonly rows: readonly (readonly string[])[]
  readonly hidden: boolean
  /** Line geometries, if the file has them; rows below the header are in the same order. */
  readonly lines: FeatureCollection | null
  /** Coordinate system stated by the file: a `crs` member, or that the format is WGS-84. */
  readonly crs: string
  /** Problems with cells, grouped and counted: a sheet may have millions of one kind. */
  readonly problems: readonly ProblemGroup[]
}

/** One table of a file. */
export interface SheetFile extends Omit<HeldTable, 'head' | 'rows' | 'problems'> {
  readonly head: SheetHead
  /** Reads all rows from the beginning. */
  read(onRows: OnRows, signal?: AbortSignal): Promise<readonly ProblemGroup[]>
}

/** An opened file that can be read table by table. */
export interface TableFile {
  readonly name: string
  readonly bytes: number
  readonly format: FileFormat
  readonly encoding: EncodingFinding | null
  readonly delimiter: string | null
  readonly sheets: readonly SheetFile[]
}

/** A table in memory as a `SheetFile`. */
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
