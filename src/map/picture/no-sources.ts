import type { DrawnSources, PlacedRows } from '@/domain/sources/view/drawn-sources'
import { textColumn } from '@/domain/table/build-column'

const none = textColumn([])
const NO_ROWS: PlacedRows = {
  rows: new Uint32Array(),
  positions: new Float64Array(),
  status: new Uint8Array(),
  kinds: none,
  grades: none,
  codes: none,
  nths: new Uint32Array(),
  names: none,
  painted: null,
}

/** A map on which no source is drawn. */
export const NO_SOURCES: DrawnSources = {
  symbols: NO_ROWS,
  dots: NO_ROWS,
  badges: {
    positions: new Float64Array(),
    counts: new Uint32Array(),
    overdue: new Uint32Array(),
    failing: new Uint32Array(),
    status: new Uint8Array(),
    bounds: new Float64Array(),
    members: new Uint32Array(),
  },
  cells: null,
}
