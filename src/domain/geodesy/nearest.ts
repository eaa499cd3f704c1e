import Flatbush from 'flatbush'
import { distanceMetres, metresPerDegree } from './distance'
import type { Position } from './position'

/** A row and its distance. */
export interface Neighbour {
  readonly row: number
  readonly metres: number
}

/** Finds the nearest of many positions. */
export interface NearestIndex {
  /** The `count` nearest rows within `maxMetres`, nearest first, by geodesic distance. */
  nearest(from: Position, count: number, maxMetres?: number): Neighbour[]
}

/** Upper bound of the distortion of one plane over two degrees of latitude. */
const DISTORTION = 1.05
/**
 * Precision lost by the plane for nearly coincident positions, because degrees are large numbers compared with the
 * metres between them.
 */
const LOST_METRES = 0.001
/** Upper bound of the planar distance for a geodesic distance. */
const onPlane = (metres: number) => metres * DISTORTION + LOST_METRES

/** An index over positions; rows without one (NaN) are never found. */
export function indexNearest(lons: Float64Array, lats: Float64Array): NearestIndex {
  const rows: number[] = []
  let sum = 0
  for (let row = 0; row < lons.length; row++) {
    if (Number.isNaN(lons[row]!) || Number.isNaN(lats[row]!)) continue
    rows.push(row)
    sum += lats[row]!
  }
  if (rows.length === 0) return { nearest: () => [] }
  const [east, north] = metresPerDegree(sum / rows.length)
  const tree = new Flatbush(rows.length)
  for (const row of rows) tree.add(lons[row]! * east, lats[row]! * north)
  tree.finish()
  return {
    nearest(from, count, maxMetres = Number.POSITIVE_INFINITY) {
      const [x, y] = [from[0] * east, from[1] * north]
      const measure = (items: number[]) =>
        items
          .map((item) => ({ row: rows[item]!, metres: distanceMetres(from, [lons[rows[item]!]!, lats[rows[item]!]!]) }))
          .sort((a, b) => a.metres - b.metres || a.row - b.row)
      // The k nearest on the plane give an upper bound of the true k-th distance; everything within it is then
      // measured.
      const first = measure(tree.neighbors(x, y, count, onPlane(maxMetres)))
      if (first.length === 0) return []
      const bound = Math.min(maxMetres, first[first.length - 1]!.metres)
      return measure(tree.neighbors(x, y, Number.POSITIVE_INFINITY, onPlane(bound)))
        .filter(({ metres }) => metres <= maxMetres)
        .slice(0, count)
    },
  }
}
