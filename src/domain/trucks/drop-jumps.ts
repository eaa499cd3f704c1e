import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Sourced } from '@/domain/monitoring/settings'
import { forEachTruck, PER_DEGREE, type Positions, pickedPositions, SHOWN_ROWS } from './positions'
import type { TruckSettings } from './settings'

/** The distance between two rows of positions, in metres. */
export function metresBetween({ lon, lat }: Pick<Positions, 'lon' | 'lat'>, one: number, other: number): number {
  return nearbyDistanceMetres(
    lon[one]! / PER_DEGREE,
    lat[one]! / PER_DEGREE,
    lon[other]! / PER_DEGREE,
    lat[other]! / PER_DEGREE,
  )
}

/** Positions without jumps, and what was removed. */
interface JumpsDropped {
  readonly positions: Positions
  /** For each position its row in the input. */
  readonly rows: Uint32Array
  readonly jumps: number
  /** The first rows that were removed. */
  readonly jumpRows: readonly number[]
}

/**
 * Removes jumps of the receiver from ordered positions: away faster than any truck, and back within a few positions. If
 * the truck does not come back, it really is there, and its way is unknown.
 */
export function dropJumps(
  positions: Positions,
  { mostKmh, mostInJump, noiseMetres }: Omit<TruckSettings['clean'], keyof Sourced>,
): JumpsDropped {
  const { truck, second } = positions
  const kept = new Uint32Array(second.length)
  let count = 0
  const mostPerSecond = mostKmh / 3.6
  const isWithin = (from: number, to: number) =>
    metresBetween(positions, from, to) <= Math.max(noiseMetres, (second[to]! - second[from]!) * mostPerSecond)
  forEachTruck(truck, (begin, end) => {
    let last = -1
    for (let row = begin; row < end; row++) {
      if (last >= 0 && !isWithin(last, row)) {
        let back = row + 1
        while (back < end && back - row <= mostInJump && !isWithin(last, back)) back++
        if (back < end && back - row <= mostInJump) row = back
      } else if (last < 0) {
        // The first position of a truck may itself be a jump: the next two agree with each other but not with it.
        const stray = row + 2 < end && !isWithin(row, row + 1) && !isWithin(row, row + 2) && isWithin(row + 1, row + 2)
        if (stray) continue
      }
      kept[count++] = row
      last = row
    }
  })
  const rows = kept.subarray(0, count)
  return {
    positions: count === second.length ? positions : pickedPositions(positions, rows),
    rows,
    jumps: second.length - count,
    jumpRows: missingOf(rows, second.length),
  }
}

/** The first missing rows; `kept` is in ascending order. */
function missingOf(kept: Uint32Array, rows: number): number[] {
  const missing: number[] = []
  let at = 0
  for (let row = 0; row < rows && missing.length < SHOWN_ROWS; row++) {
    if (kept[at] === row) at++
    else missing.push(row)
  }
  return missing
}
