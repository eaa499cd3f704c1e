import type { Codes } from '@/domain/table/column'
import { metresBetween } from './drop-jumps'
import { PER_DEGREE, type Positions } from './positions'
import type { TruckSettings } from './settings'

/** A stop of a truck: rows of its positions from `first` to `last`, both included. */
export interface StopRows {
  readonly first: number
  readonly last: number
}

/** Stops of trucks, one per row, ordered by truck and time. */
export interface Stops {
  readonly trucks: readonly string[]
  readonly truck: Codes
  readonly from: Uint32Array
  readonly until: Uint32Array
  /** The mean of its positions, in degrees. */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** The load on arrival and on departure: EMPTY, HALF, FULL or UNKNOWN. */
  readonly loadBefore: Uint8Array
  readonly loadAfter: Uint8Array
  /** Seconds with a lifted body. */
  readonly lifted: Uint32Array
}

/** The settings that decide where tracks are cut. */
export type Cut = Pick<TruckSettings, 'stop' | 'trip'> & {
  readonly clean: Pick<TruckSettings['clean'], 'mostKmh' | 'noiseMetres'>
}

/** Whether the way from the previous row is unknown: the gap is too long, or the speed impossible for a truck. */
export function isGapBefore(positions: Positions, row: number, { stop, trip, clean }: Cut): boolean {
  const seconds = positions.second[row]! - positions.second[row - 1]!
  if (seconds <= 0) return false
  const metres = metresBetween(positions, row - 1, row)
  if (metres <= stop.metres) return false
  return seconds > trip.gapSeconds || metres > Math.max(clean.noiseMetres, (seconds * clean.mostKmh) / 3.6)
}

/**
 * Finds the stops of one truck in rows [begin, end), ordered by time: it stays long enough within a circle around the
 * stop's first row. A truck without data in between counts as standing if it is still there afterwards.
 */
export function findStopRows(positions: Positions, begin: number, end: number, cut: Cut): StopRows[] {
  const { second } = positions
  const { leastSeconds, metres } = cut.stop
  const stands: StopRows[] = []
  let first = begin
  while (first < end) {
    let last = first
    while (last + 1 < end && metresBetween(positions, first, last + 1) <= metres) last++
    if (second[last]! - second[first]! >= leastSeconds) {
      stands.push({ first, last })
      first = last + 1
    } else first++
  }
  return joinShortWays(positions, stands, cut)
}

/** Joins stops with only a short way between them, such as a truck moving up within a site. */
function joinShortWays(positions: Positions, stands: readonly StopRows[], cut: Cut): StopRows[] {
  const joined: StopRows[] = []
  for (const stand of stands) {
    const before = joined.at(-1)
    if (before && wayOf(positions, before.last, stand.first, cut) < cut.trip.leastMetres)
      joined[joined.length - 1] = { first: before.first, last: stand.last }
    else joined.push(stand)
  }
  return joined
}

/** The length of the way between two rows in metres; infinite if part of it is unknown. */
function wayOf(positions: Positions, from: number, to: number, cut: Cut): number {
  let metres = 0
  for (let row = from + 1; row <= to; row++) {
    if (isGapBefore(positions, row, cut)) return Number.POSITIVE_INFINITY
    metres += metresBetween(positions, row - 1, row)
  }
  return metres
}

/** The mean of the positions of a stop, in degrees. */
export function middleOf({ lon, lat }: Positions, { first, last }: StopRows): readonly [lon: number, lat: number] {
  let [x, y] = [0, 0]
  for (let row = first; row <= last; row++) {
    x += lon[row]!
    y += lat[row]!
  }
  const count = (last - first + 1) * PER_DEGREE
  return [x / count, y / count]
}
