import Flatbush from 'flatbush'
import { distanceMetres, metresPerDegree, nearbyDistanceMetres } from './distance'

/** Positions in degrees; NaN if unknown. */
export interface Places {
  readonly lons: Float64Array
  readonly lats: Float64Array
}

/** If the approximate distance is closer to the limit than this share of it, the geodesic decides. */
const DOUBT = 1e-4

/** Whether a position lies within `metres` of another by the geodesic. */
export function isWithin(lon: number, lat: number, x: number, y: number, metres: number): boolean {
  const quick = nearbyDistanceMetres(lon, lat, x, y)
  return Math.abs(quick - metres) > 1 + metres * DOUBT ? quick < metres : distanceMetres([lon, lat], [x, y]) <= metres
}

/** Whether a position lies within `metres` of any of many places. */
export function withinAny({ lons, lats }: Places, metres: number): (lon: number, lat: number) => boolean {
  const rows = Array.from(lons.keys()).filter((row) => !Number.isNaN(lons[row]!) && !Number.isNaN(lats[row]!))
  if (rows.length === 0) return () => false
  const tree = new Flatbush(rows.length)
  for (const row of rows) tree.add(lons[row]!, lats[row]!)
  tree.finish()
  return (lon, lat) => {
    const [east, north] = metresPerDegree(lat)
    // A degree of longitude is shorter on the far side of the box.
    const [dx, dy] = [(metres / east) * 1.02, (metres / north) * 1.01]
    let found = false
    tree.search(lon - dx, lat - dy, lon + dx, lat + dy, (item) => {
      if (!found) found = isWithin(lon, lat, lons[rows[item]!]!, lats[rows[item]!]!, metres)
      return false
    })
    return found
  }
}
