import { mercator, TILE_PIXELS, unproject } from '@/domain/geodesy/mercator'
import { STATUS } from '@/domain/rules/status'
import type { SameCode } from '@/domain/sources/inventory'
import { absentText } from '@/domain/table/build-column'
import type { Column, Table } from '@/domain/table/column'
import { pickColumn } from '@/domain/table/pick-rows'
import { type Badges, splitCrowds } from './badges'
import { Spacing } from './spacing'

/** Minimum distance of a symbol without a problem from others, in pixels. */
const SYMBOL_PIXELS = 17
/** Side of the cells that replace sources when there are too many to draw, in pixels. */
const CELL_PIXELS = 32
/** Side of the heat map's squares, in pixels. */
const HEAT_PIXELS = 12
/** With more sources in view than this, the map draws density. */
const MAX_DRAWN = 20_000

/** Sources drawn individually. */
export interface PlacedRows {
  readonly rows: Uint32Array
  /** Alternating longitude and latitude. */
  readonly positions: Float64Array
  readonly status: Uint8Array
  readonly kinds: Column
  readonly grades: Column
  readonly codes: Column
  /** Which of the sources with the same kind and code each is, from 1. */
  readonly nths: Uint32Array
  readonly names: Column
  /** Class and size of each under the chosen look; null without one. */
  readonly painted: { readonly classes: Uint8Array; readonly sizes: Uint8Array } | null
}

/** Squares that represent the sources in them. */
export interface Cells {
  /** Centres, as alternating longitude and latitude. */
  readonly positions: Float64Array
  readonly counts: Uint32Array
  readonly overdue: Uint32Array
  readonly failing: Uint32Array
}

/**
 * How large numbers of sources are drawn: individually while they can be told apart (`auto`), as cells, or as a heat
 * map.
 */
export const DENSITY_FORMS = ['auto', 'cells', 'heat'] as const
/** What cells and heat maps count. */
export const DENSITY_MEASURES = ['count', 'overdue'] as const
export interface Density {
  readonly form: (typeof DENSITY_FORMS)[number]
  readonly of: (typeof DENSITY_MEASURES)[number]
}
/** From this zoom on, sources are drawn individually, whatever was chosen. */
const NEAR_ZOOM = 14
/** Below this zoom, sources without a problem are small dots, so that problems stand out. */
const PROBLEMS_ZOOM = 12
/** From this zoom on there are no badges: what still overlaps can't be separated by zooming in. */
export const NO_BADGES_ZOOM = 16

/** Sources as drawn at a zoom: badges, symbols and dots, worst first, or cells. */
export interface DrawnSources {
  readonly symbols: PlacedRows
  readonly dots: PlacedRows
  readonly badges: Badges
  readonly cells: Cells | null
}

/** The visible part of the world, in the Mercator square [0, 1]². */
export interface Window {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

/** Positions of the sources in the Mercator square, computed once; NaN without a position. */
export function mercatorPlaces(lons: Float64Array, lats: Float64Array) {
  const xs = new Float32Array(lons.length)
  const ys = new Float32Array(lons.length)
  for (let row = 0; row < lons.length; row++) {
    const [x, y] = mercator(lons[row]!, lats[row]!)
    xs[row] = x
    ys[row] = y
  }
  return { xs, ys }
}

export interface DrawnSourcesInput {
  readonly xs: Float32Array
  readonly ys: Float32Array
  readonly lons: Float64Array
  readonly lats: Float64Array
  readonly sources: Table
  /** Position among sources with the same kind and code. */
  readonly sameCode: ReadonlyMap<number, SameCode>
  /** 1 for what may be drawn; the function may overwrite it. */
  readonly mask: Uint8Array
  readonly status: Uint8Array
  /** Rank of each source in the severity order; the worst is 0. */
  readonly rank: Uint32Array
  /** Class and size of every source; null without a look. */
  readonly painted: { readonly classes: Uint8Array; readonly sizes: Uint8Array } | null
  readonly density: Density
}

/**
 * What to draw in a window at a zoom. Few sources: those with a problem get a symbol each, or a badge where they crowd;
 * the others are dots at low zooms, and symbols at high zooms where there is room. With a look, every source keeps its
 * own colour and is in no badge. Many sources: cells with counts. The grids of badges and cells are fixed while the map
 * is panned.
 */
export function drawnSources(input: DrawnSourcesInput, window: Window, zoom: number): DrawnSources {
  const { xs, ys, mask, rank, density, status } = input
  if (density.of === 'overdue')
    for (let row = 0; row < mask.length; row++) if (status[row] !== STATUS.overdue) mask[row] = 0
  const cells = () => ({
    symbols: placedRows(input, []),
    dots: placedRows(input, []),
    badges: splitCrowds(input, [], zoom).badges,
    cells: cellsOf(input, window, zoom),
  })
  if (density.form !== 'auto' && zoom < NEAR_ZOOM) return cells()
  const inView = new Uint32Array(MAX_DRAWN)
  let count = 0
  for (let row = 0; row < mask.length; row++) {
    const x = xs[row]!
    const y = ys[row]!
    if (mask[row] !== 1 || !(x >= window.west && x <= window.east && y >= window.north && y <= window.south)) continue
    if (count === MAX_DRAWN) return cells()
    inView[count++] = row
  }
  const order = inView.subarray(0, count).sort((a, b) => rank[a]! - rank[b]!)
  return { ...thin(input, order, zoom), cells: null }
}

/** Whether a status needs no action: fine, or not yet due. */
export const isInOrder = (status: number) => status === STATUS.fine || status === STATUS.due

/** Whether a status means that something must be rectified. */
export const isProblem = (status: number) => status === STATUS.overdue || status === STATUS.failing

/** Returns new arrays each time, because the caller may transfer them to another thread. */
function placedRows(
  { lons, lats, status, sources, sameCode, painted }: DrawnSourcesInput,
  rows: readonly number[],
): PlacedRows {
  const texts = (name: string) => pickColumn(sources.columns[name] ?? absentText(sources.length), rows)
  return {
    rows: Uint32Array.from(rows),
    positions: Float64Array.from(rows.flatMap((row) => [lons[row]!, lats[row]!])),
    status: Uint8Array.from(rows, (row) => status[row]!),
    kinds: texts('kind'),
    grades: texts('grade'),
    codes: texts('code'),
    nths: Uint32Array.from(rows, (row) => sameCode.get(row)?.nth ?? 1),
    names: texts('name'),
    painted: painted && {
      classes: Uint8Array.from(rows, (row) => painted.classes[row]!),
      sizes: Uint8Array.from(rows, (row) => painted.sizes[row]!),
    },
  }
}

function thin(input: DrawnSourcesInput, order: Uint32Array, zoom: number) {
  const { xs, ys, status, painted } = input
  const world = TILE_PIXELS * 2 ** zoom
  const rows = [...order]
  const wrong = painted || zoom >= NO_BADGES_ZOOM ? [] : rows.filter((row) => isProblem(status[row]!))
  const { single, badges } = splitCrowds(input, wrong, zoom)
  const spacing = new Spacing(SYMBOL_PIXELS / world)
  for (const row of single) spacing.take(xs[row]!, ys[row]!)
  const symbols = [...single]
  const dots: number[] = []
  const settled = new Set(wrong)
  for (const row of rows) {
    if (settled.has(row)) continue
    const [x, y] = [xs[row]!, ys[row]!]
    const quiet = !painted && zoom < PROBLEMS_ZOOM && !isProblem(status[row]!)
    if (quiet || !spacing.isFree(x, y)) dots.push(row)
    else {
      spacing.take(x, y)
      symbols.push(row)
    }
  }
  // Worst first, in whichever order they were added.
  symbols.sort((a, b) => input.rank[a]! - input.rank[b]!)
  return { symbols: placedRows(input, symbols), dots: placedRows(input, dots), badges }
}

function cellsOf({ xs, ys, mask, status, density }: DrawnSourcesInput, window: Window, zoom: number): Cells {
  const squares = (TILE_PIXELS * 2 ** zoom) / (density.form === 'heat' ? HEAT_PIXELS : CELL_PIXELS)
  const west = Math.floor(window.west * squares)
  const north = Math.floor(window.north * squares)
  const width = Math.floor(window.east * squares) - west + 1
  const height = Math.floor(window.south * squares) - north + 1
  const counts = new Uint32Array(width * height)
  const overdue = new Uint32Array(width * height)
  const failing = new Uint32Array(width * height)
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue
    const column = Math.floor(xs[row]! * squares) - west
    const line = Math.floor(ys[row]! * squares) - north
    if (!(column >= 0 && column < width && line >= 0 && line < height)) continue
    const cell = line * width + column
    counts[cell]!++
    if (status[row] === STATUS.overdue) overdue[cell]!++
    else if (status[row] === STATUS.failing) failing[cell]!++
  }
  const filled: number[] = []
  for (let cell = 0; cell < counts.length; cell++) if (counts[cell]! > 0) filled.push(cell)
  const pick = (all: Uint32Array) => Uint32Array.from(filled, (cell) => all[cell]!)
  const positions = Float64Array.from(
    filled.flatMap((cell) =>
      unproject((west + (cell % width) + 0.5) / squares, (north + Math.floor(cell / width) + 0.5) / squares),
    ),
  )
  return { positions, counts: pick(counts), overdue: pick(overdue), failing: pick(failing) }
}
