import type { Codes } from '@/domain/table/column'

/** Seconds since 1970-01-01 00:00 UTC. */
export type Second = number

/** The load of a truck as reported by its terminal (JT/T 808); `UNKNOWN` if not reported. */
export const [EMPTY, HALF, FULL, UNKNOWN] = [0, 1, 2, 255] as const

/** Bits of a position's state. If the terminal does not report a pair, neither bit is set. */
export const STATE = {
  /** The terminal marks the coordinates as encrypted (GCJ-02). */
  encrypted: 1,
  closed: 2,
  open: 4,
  lifted: 8,
  lowered: 16,
} as const

/** An unknown speed or direction. */
export const NO_FIGURE = 0xffff

/** Degrees are stored as integer millionths, as terminals send them: a resolution of a tenth of a metre. */
export const PER_DEGREE = 1_000_000

/** 2010-01-01 in Asia/Shanghai: terminals that lost their time report much earlier dates. */
export const FIRST_SECOND: Second = Date.UTC(2009, 11, 31, 16) / 1000

/** The maximum number of omitted rows that are listed; a million may be omitted for one reason. */
export const SHOWN_ROWS = 100

/** Positions of trucks: `trucks[truck[row]]` at `second[row]`. */
export interface Positions {
  /** Number plates. */
  readonly trucks: readonly string[]
  readonly truck: Codes
  readonly second: Uint32Array
  /** Millionths of a degree. */
  readonly lon: Int32Array
  readonly lat: Int32Array
  /** Tenths of km/h, or {@link NO_FIGURE}. */
  readonly speed: Uint16Array
  /** Degrees clockwise from north, or {@link NO_FIGURE}. */
  readonly direction: Uint16Array
  readonly load: Uint8Array
  /** Bits of {@link STATE}. */
  readonly state: Uint8Array
}

/** The given rows of positions, in the given order. */
export function pickedPositions(from: Positions, rows: Uint32Array): Positions {
  const of = <T extends Codes | Int32Array | Uint8Array>(column: T): T => {
    const to = new (column.constructor as new (length: number) => T)(rows.length)
    for (let i = 0; i < rows.length; i++) to[i] = column[rows[i]!]!
    return to
  }
  return {
    trucks: from.trucks,
    truck: of(from.truck),
    second: of(from.second),
    lon: of(from.lon),
    lat: of(from.lat),
    speed: of(from.speed),
    direction: of(from.direction),
    load: of(from.load),
    state: of(from.state),
  }
}

/** The selected rows of positions, in their order. */
export function positionsWhere(from: Positions, isWanted: (row: number) => boolean): Positions {
  const rows = new Uint32Array(from.second.length)
  let count = 0
  for (let row = 0; row < rows.length; row++) if (isWanted(row)) rows[count++] = row
  return count === rows.length ? from : pickedPositions(from, rows.subarray(0, count))
}

/** Calls `see` with the rows [begin, end) of each truck; the rows of a truck must be contiguous. */
export function forEachTruck(truck: Codes, visit: (begin: number, end: number) => void): void {
  let begin = 0
  for (let row = 1; row <= truck.length; row++)
    if (row === truck.length || truck[row] !== truck[begin]) {
      visit(begin, row)
      begin = row
    }
}
