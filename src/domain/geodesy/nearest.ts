import Flatbush from 'flatbush'
import { distanceMetres, metresPerDegree } from './distance'
import type { Position } from './position'

/** A row and how far it is. */
export interface Neighbour {
  readonly row: number
  readonly metres: number
}

/** Finds the nearest of many positions. */
export interface NearestIndex {
  /** The `count` nearest rows within `maxMetres`, nearest first, by geodesic distance. */
  nearest(from: Position, count: number, maxMetres?: number): Neighbour[]
}

/** One plane serves two degrees of latitude with less distortion than this. */
const DISTORTION = 1.05
/** What the plane loses where positions all but coincide: degrees are large numbers beside the metres between them. */
const LOST_METRES = 0.001
/** How far the plane may put what is so far by the geodesic. */
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
      // The plane's k nearest bound the true k-th distance; all within that bound are then measured.
      const first = measure(tree.neighbors(x, y, count, onPlane(maxMetres)))
      if (first.length === 0) return []
      const bound = Math.min(maxMetres, first[first.length - 1]!.metres)
      return measure(tree.neighbors(x, y, Number.POSITIVE_INFINITY, onPlane(bound)))
        .filter(({ metres }) => metres <= maxMetres)
        .slice(0, count)
    },
  }
}
