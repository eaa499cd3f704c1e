import { distanceMetres, metresPerDegree, nearbyDistanceMetres } from './distance'
import type { Position } from './position'

/** Edges as flat quadruples of degrees: lon1, lat1, lon2, lat2. Straight in lon/lat, as RFC 7946 says. */
export type Edges = Float64Array

/** Share of the edge (0…1) at which it is nearest to the point, by a local plane refined once. */
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

/** Distance in metres from a point to one edge, as good as {@link nearbyDistanceMetres}. */
export function nearbyEdgeDistance(edges: Edges, edge: number, lon: number, lat: number): number {
  const [nearestLon, nearestLat] = along(edges, edge, nearestShare(edges, edge, lon, lat))
  return nearbyDistanceMetres(lon, lat, nearestLon, nearestLat)
}

const GOLDEN = (Math.sqrt(5) - 1) / 2
/** The planar start value is within this of the true nearest place on an edge up to 60 km away. */
const SEARCH_METRES = 500
const SETTLED_METRES = 1e-3

/** The geodesically nearest place on an edge, by golden-section search with Karney's distance around the planar one. */
function nearestOnEdge(edges: Edges, edge: number, position: Position): { at: Position; metres: number } {
  const measure = (share: number) => distanceMetres(position, along(edges, edge, share))
  const length = distanceMetres(along(edges, edge, 0), along(edges, edge, 1))
  const start = nearestShare(edges, edge, position[0], position[1])
  const reach = length > 0 ? SEARCH_METRES / length : 0
  let low = Math.max(0, start - reach)
  let high = Math.min(1, start + reach)
  let left = high - GOLDEN * (high - low)
  let right = low + GOLDEN * (high - low)
  let leftMetres = measure(left)
  let rightMetres = measure(right)
  while ((high - low) * length > SETTLED_METRES) {
    if (leftMetres <= rightMetres) {
      high = right
      right = left
      rightMetres = leftMetres
      left = high - GOLDEN * (high - low)
      leftMetres = measure(left)
    } else {
      low = left
      left = right
      leftMetres = rightMetres
      right = low + GOLDEN * (high - low)
      rightMetres = measure(right)
    }
  }
  // The ends are tried too: there the minimum may lie on the border of the search.
  const share = [low, (low + high) / 2, high].reduce((best, next) => (measure(next) < measure(best) ? next : best))
  return { at: along(edges, edge, share), metres: measure(share) }
}

/** Edges whose quick distance is within this of the smallest are measured exactly. */
const CONTENDER_METRES = 10

/**
 * The geodesically nearest place of the given edges and its distance in metres, exact to a millimetre.
 * `candidates` are edge numbers; at least one.
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
