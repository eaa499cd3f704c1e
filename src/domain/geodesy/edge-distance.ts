import { distanceMetres, metresPerDegree, nearbyDistanceMetres } from './distance'
import type { Position } from './position'

/** Edges as flat quadruples of degrees: lon1, lat1, lon2, lat2. Straight in lon/lat, according to RFC 7946. */
export type Edges = Float64Array

/** Fraction along the edge (0…1) nearest to the point, on a local plane refined once. */
function nearestShare(edges: Edges, edge: number, lon: number, lat: number): number {
  const i = edge * 4
  const lon1 = edges[i]!
  const lat1 = edges[i + 1]!
  const dLon = edges[i + 2]! - lon1
  const dLat = edges[i + 3]! - lat1
  if (dLon === 0 && dLat === 0) return 0
  let share = 0.5
  for (let pass = 0; pass < 2; pass++) {
    const [east, north] = metresPerDegree((lat + lat1 + share * dLat) / 2)
    const x = dLon * east
    const y = dLat * north
    share = ((lon - lon1) * east * x + (lat - lat1) * north * y) / (x * x + y * y)
    share = Math.min(1, Math.max(0, share))
  }
  return share
}

function along(edges: Edges, edge: number, share: number): Position {
  const i = edge * 4
  return [edges[i]! + share * (edges[i + 2]! - edges[i]!), edges[i + 1]! + share * (edges[i + 3]! - edges[i + 1]!)]
}

/** Distance in metres from a point to one edge, as accurate as {@link nearbyDistanceMetres}. */
export function nearbyEdgeDistance(edges: Edges, edge: number, lon: number, lat: number): number {
  const [nearestLon, nearestLat] = along(edges, edge, nearestShare(edges, edge, lon, lat))
  return nearbyDistanceMetres(lon, lat, nearestLon, nearestLat)
}

/** The planar estimate is within this distance of the true nearest place on an edge up to 60 km away. */
const SEARCH_METRES = 500
/**
 * Step of the second fit, so small that rounding of the three squared distances moves the result by only some
 * hundredths of a millimetre along the edge.
 */
const SETTLING_METRES = 10

/**
 * Minimum between `low` and `high` of a parabola through three samples `step` apart. Along an edge the squared distance
 * is a parabola, except for the earth's curvature.
 */
function leastShare(
  square: (share: number) => number,
  middle: number,
  step: number,
  low: number,
  high: number,
): number {
  const [before, at, after] = [square(middle - step), square(middle), square(middle + step)]
  const bend = before - 2 * at + after
  return Math.min(high, Math.max(low, bend > 0 ? middle + ((before - after) * step) / (2 * bend) : middle))
}

/** The geodesically nearest place on an edge, by Karney's distances around the planar one. */
function nearestOnEdge(edges: Edges, edge: number, position: Position): { at: Position; metres: number } {
  const measure = (share: number) => distanceMetres(position, along(edges, edge, share))
  const length = distanceMetres(along(edges, edge, 0), along(edges, edge, 1))
  if (length === 0) return { at: along(edges, edge, 0), metres: measure(0) }
  const square = (share: number) => measure(share) ** 2
  const start = nearestShare(edges, edge, position[0], position[1])
  const [low, high] = [Math.max(0, start - SEARCH_METRES / length), Math.min(1, start + SEARCH_METRES / length)]
  const near = leastShare(square, start, SEARCH_METRES / length, low, high)
  const share = leastShare(square, near, SETTLING_METRES / length, low, high)
  return { at: along(edges, edge, share), metres: measure(share) }
}

/** Edges whose approximate distance is within this of the smallest are measured exactly. */
const CONTENDER_METRES = 10

/**
 * Geodesically nearest place on the given edges and its distance in metres, exact to a millimetre.
 * `candidates` are edge indexes; at least one.
 */
export function nearestOnEdges(edges: Edges, candidates: ArrayLike<number>, position: Position) {
  const quick = Array.from(candidates, (edge) => nearbyEdgeDistance(edges, edge, position[0], position[1]))
  const contending =
    quick.reduce((least, metres) => Math.min(least, metres), Number.POSITIVE_INFINITY) + CONTENDER_METRES
  let nearest: { at: Position; metres: number } | null = null
  for (let i = 0; i < candidates.length; i++) {
    if (quick[i]! > contending) continue
    const found = nearestOnEdge(edges, candidates[i]!, position)
    if (nearest === null || found.metres < nearest.metres) nearest = found
  }
  if (nearest === null) throw new RangeError('nearestOnEdges needs at least one edge')
  return nearest
}
