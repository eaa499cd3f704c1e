import { TILE_PIXELS, unproject } from '@/domain/geodesy/mercator'
import { STATUS } from '@/domain/rules/status'

/** Side of a grid square in pixels; a crowded square becomes a badge. */
const SQUARE_PIXELS = 34
/** Largest offset of a badge from the middle of its square, in pixels, so that neighbours never touch. */
const SHIFT_PIXELS = 5
/** Number of sources from which a square is crowded. */
const CROWD = 4
/** Distance in pixels below which two symbols can't be told apart. */
export const TOUCH_PIXELS = 10

/** Badges that represent problem sources which lie too close to be drawn individually. */
export interface Badges {
  /** Alternating longitude and latitude: near the middle of its sources, within its own square of the screen. */
  readonly positions: Float64Array
  readonly counts: Uint32Array
  readonly overdue: Uint32Array
  readonly failing: Uint32Array
  /** Status of the worst source. */
  readonly status: Uint8Array
  /** West, south, east and north of each badge's sources, concatenated. */
  readonly bounds: Float64Array
  /** Rows of each badge, worst first, concatenated; `counts` has their numbers. */
  readonly members: Uint32Array
}

export interface SymbolCandidates {
  readonly xs: Float32Array
  readonly ys: Float32Array
  readonly lons: Float64Array
  readonly lats: Float64Array
  readonly status: Uint8Array
}

const keyOf = (x: number, y: number, squares: number) => Math.floor(x * squares) * 0x4000000 + Math.floor(y * squares)

/**
 * Groups rows by grid square. The grid is fixed to the map, so squares do not move while panning. Keeps the order
 * within and between squares.
 */
function bySquare({ xs, ys }: SymbolCandidates, rows: readonly number[], squares: number): number[][] {
  const found = new Map<number, number[]>()
  for (const row of rows) {
    const key = keyOf(xs[row]!, ys[row]!, squares)
    const square = found.get(key)
    if (square) square.push(row)
    else found.set(key, [row])
  }
  return [...found.values()]
}

function touching({ xs, ys }: SymbolCandidates, rows: readonly number[], world: number): boolean {
  return rows.some((row, i) =>
    rows.slice(0, i).some((other) => Math.hypot(xs[row]! - xs[other]!, ys[row]! - ys[other]!) * world < TOUCH_PIXELS),
  )
}

/** Splits rows (worst first) into those with room for their own symbol and badges for the rest. */
export function splitCrowds(crowd: SymbolCandidates, rows: readonly number[], zoom: number) {
  const world = TILE_PIXELS * 2 ** zoom
  const squares = world / SQUARE_PIXELS
  const single: number[] = []
  const crowds: number[][] = []
  for (const square of bySquare(crowd, rows, squares)) {
    if (square.length >= CROWD || touching(crowd, square, world)) crowds.push(square)
    else single.push(...square)
  }
  return { single, badges: badgesOf(crowd, crowds, squares) }
}

function badgesOf(crowd: SymbolCandidates, crowds: readonly (readonly number[])[], squares: number): Badges {
  const { xs, ys, lons, lats, status } = crowd
  const mean = (values: Float32Array, rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length
  /** A position near the mean, far enough from the square's edges that the badge stays inside. */
  const held = (value: number) => {
    const middle = Math.floor(value * squares) + 0.5
    const most = SHIFT_PIXELS / SQUARE_PIXELS
    return (middle + Math.max(-most, Math.min(most, value * squares - middle))) / squares
  }
  const countOf = (of: number) => Uint32Array.from(crowds, (rows) => rows.filter((row) => status[row] === of).length)
  const most = (values: Float64Array, rows: readonly number[], sign: 1 | -1) =>
    rows.reduce((found, row) => Math.max(found, sign * values[row]!), Number.NEGATIVE_INFINITY) * sign
  return {
    positions: Float64Array.from(crowds.flatMap((rows) => unproject(held(mean(xs, rows)), held(mean(ys, rows))))),
    counts: Uint32Array.from(crowds, (rows) => rows.length),
    overdue: countOf(STATUS.overdue),
    failing: countOf(STATUS.failing),
    status: Uint8Array.from(crowds, (rows) => status[rows[0]!]!),
    members: Uint32Array.from(crowds.flat()),
    bounds: Float64Array.from(
      crowds.flatMap((rows) => [most(lons, rows, -1), most(lats, rows, -1), most(lons, rows, 1), most(lats, rows, 1)]),
    ),
  }
}
