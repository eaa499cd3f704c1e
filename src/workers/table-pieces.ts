import type { FeatureCollection } from 'geojson'
import type { HeldTable } from '@/io/formats/table-file'

/** A part of a table sent to another worker: first the table without rows and lines, then these in pieces. */
export type TablePiece =
  | { readonly table: HeldTable }
  | { readonly rows: HeldTable['rows'] }
  | { readonly lines: FeatureCollection['features'] }

/** Most rows or lines in a piece, so that the receiver can still handle a cancel in between. */
const MAX_IN_A_PIECE = 1000
/** Most vertices in a piece: a single line may have as many as a file has rows. */
const MAX_PLACES_IN_A_PIECE = 20_000

/** Splits a table into pieces. */
export function* piecesOf({ rows, lines, ...facts }: HeldTable): Generator<TablePiece> {
  yield { table: { ...facts, rows: [], lines: lines && { ...lines, features: [] } } }
  for (let from = 0; from < rows.length; from += MAX_IN_A_PIECE) yield { rows: rows.slice(from, from + MAX_IN_A_PIECE) }
  let piece: FeatureCollection['features'] = []
  let places = 0
  for (const line of lines?.features ?? []) {
    piece.push(line)
    places += placesOf(line)
    if (piece.length < MAX_IN_A_PIECE && places < MAX_PLACES_IN_A_PIECE) continue
    yield { lines: piece }
    piece = []
    places = 0
  }
  if (piece.length > 0) yield { lines: piece }
}

function placesOf({ geometry }: FeatureCollection['features'][number]): number {
  if (geometry?.type === 'LineString') return geometry.coordinates.length
  if (geometry?.type === 'MultiLineString') return geometry.coordinates.reduce((sum, { length }) => sum + length, 0)
  return 1
}

/** Reassembles tables from pieces. */
export class GrowingTables {
  readonly tables: (Omit<HeldTable, 'rows'> & { readonly rows: (readonly string[])[] })[] = []

  add(piece: TablePiece): void {
    if ('table' in piece) {
      this.tables.push({ ...piece.table, rows: [] })
      return
    }
    const last = this.tables.at(-1)!
    if ('rows' in piece) for (const cells of piece.rows) last.rows.push(cells)
    else for (const line of piece.lines) last.lines!.features.push(line)
  }
}
