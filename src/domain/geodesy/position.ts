/** WGS-84 longitude and latitude in degrees, in the order of RFC 7946. */
export type Position = readonly [lon: number, lat: number]

/** Beyond this latitude the Mercator map and the ring's planar estimates are no longer useful. */
const MAX_LATITUDE = 84

/**
 * Why a set of positions cannot be measured here, or null when it can. Shapes across the antimeridian or near a pole
 * are refused rather than measured wrongly.
 */
export function refusePositions(positions: Iterable<Position>): string | null {
  let west = Number.POSITIVE_INFINITY
  let east = Number.NEGATIVE_INFINITY
  for (const [lon, lat] of positions) {
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return `position [${lon}, ${lat}] is not a number`
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return `position [${lon}, ${lat}] is not in degrees`
    if (Math.abs(lat) > MAX_LATITUDE) return `position [${lon}, ${lat}] is too near a pole (beyond ${MAX_LATITUDE}°)`
    west = Math.min(west, lon)
    east = Math.max(east, lon)
  }
  return east - west > 180 ? 'the shape crosses the antimeridian' : null
}
