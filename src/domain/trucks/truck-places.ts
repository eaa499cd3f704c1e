import Flatbush from 'flatbush'
import { metresPerDegree, nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { type PlaceRole, ROLES } from './settings'

/** Known places, one per row, as plain data that threads can exchange. */
export interface TruckPlaces {
  /** Index in `ROLES`. */
  readonly role: Uint8Array
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** The radius in metres within which a truck is at the place. */
  readonly metres: Float32Array
  /** The number of the source in the inventory. */
  readonly source: Int32Array
}

export const NO_PLACES: TruckPlaces = {
  role: new Uint8Array(),
  lon: new Float64Array(),
  lat: new Float64Array(),
  metres: new Float32Array(),
  source: new Int32Array(),
}

/** Finds the places at a position. */
export interface PlaceFinder {
  readonly places: TruckPlaces
  /** The place at a position, the nearest if there are several; -1 if there is none. */
  at(lon: number, lat: number): number
  /** The places of a role within some metres, whatever their own radius. */
  around(lon: number, lat: number, role: PlaceRole, metres: number): number[]
  roleOf(place: number): PlaceRole
}

export function placeFinder(places: TruckPlaces): PlaceFinder {
  const { lon, lat, metres, role } = places
  const rows = Array.from(lon.keys()).filter((row) => !Number.isNaN(lon[row]!) && !Number.isNaN(lat[row]!))
  const roleOf = (place: number) => ROLES[role[place]!]!
  if (rows.length === 0) return { places, at: () => -1, around: () => [], roleOf }
  const tree = new Flatbush(rows.length)
  for (const row of rows) {
    const [east, north] = metresPerDegree(lat[row]!)
    const [dx, dy] = [(metres[row]! / east) * 1.01, (metres[row]! / north) * 1.01]
    tree.add(lon[row]! - dx, lat[row]! - dy, lon[row]! + dx, lat[row]! + dy)
  }
  tree.finish()
  const distance = (x: number, y: number, row: number) => nearbyDistanceMetres(x, y, lon[row]!, lat[row]!)
  // Caches the last result: a trip usually begins where the one before ended.
  let last = { x: Number.NaN, y: Number.NaN, found: -1 }
  return {
    places,
    roleOf,
    at(x, y) {
      if (x === last.x && y === last.y) return last.found
      let [found, nearest] = [-1, Number.POSITIVE_INFINITY]
      for (const item of tree.search(x, y, x, y)) {
        const row = rows[item]!
        const away = distance(x, y, row)
        if (away <= metres[row]! && away < nearest) [found, nearest] = [row, away]
      }
      last = { x, y, found }
      return found
    },
    around(x, y, wanted, within) {
      const [east, north] = metresPerDegree(y)
      const [dx, dy] = [(within / east) * 1.02, (within / north) * 1.01]
      return tree
        .search(x - dx, y - dy, x + dx, y + dy)
        .map((item) => rows[item]!)
        .filter((row) => roleOf(row) === wanted && distance(x, y, row) <= within)
    },
  }
}
