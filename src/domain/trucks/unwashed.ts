import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { CutTracks } from './cut-tracks'
import { EMPTY, NO_FIGURE, PER_DEGREE, type Positions, UNKNOWN } from './positions'
import type { TruckSettings } from './settings'
import type { PlaceFinder } from './truck-places'

/**
 * The first rows of trips that left a site loaded without a wash: around the time of leaving, the truck did not spend
 * long enough near a known wash below `movingKmh` or with unknown speed. Sites without a known wash nearby are not
 * judged.
 */
export function unwashedTrips(
  positions: Positions,
  { trips, tripRows }: Pick<CutTracks, 'trips' | 'tripRows'>,
  rule: NonNullable<TruckSettings['unwashed']>,
  movingKmh: number,
  places: PlaceFinder,
): number[] {
  const { truck, second, speed, lon, lat } = positions
  const found: number[] = []
  for (let trip = 0; trip < trips.from.length; trip++) {
    if (trips.load[trip] === EMPTY || trips.load[trip] === UNKNOWN) continue
    const place = places.at(trips.fromLon[trip]!, trips.fromLat[trip]!)
    if (place < 0 || !rule.after.includes(places.roleOf(place))) continue
    const washes = places.around(trips.fromLon[trip]!, trips.fromLat[trip]!, 'wash', rule.reachMetres)
    if (washes.length === 0) continue
    const first = tripRows[2 * trip]!
    const isAtWash = (row: number) =>
      (speed[row] === NO_FIGURE || speed[row]! < movingKmh * 10) &&
      washes.some(
        (wash) =>
          nearbyDistanceMetres(
            lon[row]! / PER_DEGREE,
            lat[row]! / PER_DEGREE,
            places.places.lon[wash]!,
            places.places.lat[wash]!,
          ) <= rule.metres,
      )
    const of = truck[first]!
    let begin = first
    while (begin > 0 && truck[begin - 1] === of && second[first]! - second[begin - 1]! <= rule.withinSeconds) begin--
    let washed = 0
    for (let row = begin; row + 1 < truck.length && truck[row + 1] === of; row++) {
      if (second[row]! > second[first]! + rule.withinSeconds) break
      if (isAtWash(row)) washed += second[row + 1]! - second[row]!
    }
    if (washed < rule.leastSeconds) found.push(first)
  }
  return found
}
