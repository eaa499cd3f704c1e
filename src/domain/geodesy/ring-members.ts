import { metresPerDegree } from './distance'
import { nearbyEdgeDistance, nearestOnEdges } from './edge-distance'
import type { Ring } from './ring'

/** The approximate distance decides outside this band around the edge; inside it, Karney's geodesics do. */
const BAND_METRES = 5

/** A square of the map: entirely inside, entirely outside, or with the few edges that decide for its points. */
interface Cell {
  readonly lon: number
  readonly lat: number
  readonly verdict: 'in' | 'out' | 'split' | 'edge'
  readonly edges: Uint32Array
  readonly children: readonly Cell[]
}

/** Tests which positions are in a ring. */
export interface RingIndex {
  contains(lon: number, lat: number): boolean
}

/**
 * Builds a quadtree around a ring. Moving a point by some distance changes its distance to the core by no more than
 * that. So the distance at a cell's centre decides every cell that the ring's edge does not touch, and excludes every
 * edge of the core that is farther than the nearest by more than the cell's size. Only a handful of edges remain per
 * cell.
 */
export function indexRing(ring: Ring): RingIndex {
  const { edges, radiusMetres, inner } = ring
  const smallest = radiusMetres / 100
  const all = Uint32Array.from({ length: edges.length / 4 }, (_, edge) => edge)
  const root = rootOf(ring)

  function settle(lon: number, lat: number, halfLon: number, halfLat: number, candidates: Uint32Array): Cell {
    const distances = Float64Array.from(candidates, (edge) => nearbyEdgeDistance(edges, edge, lon, lat))
    const least = distances.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    const [east, north] = metresPerDegree(Math.max(0, Math.abs(lat) - halfLat))
    const reach = Math.hypot(halfLon * east, halfLat * north) * 1.01 + BAND_METRES
    const signed = inner?.contains(lon, lat) ? -least : least
    const none = { lon, lat, edges: new Uint32Array(), children: [] }
    if (signed + reach <= radiusMetres) return { ...none, verdict: 'in' }
    if (signed - reach > radiusMetres) return { ...none, verdict: 'out' }
    const kept = candidates.filter((_, i) => distances[i]! <= least + 2 * reach)
    if (reach <= smallest + BAND_METRES) return { ...none, verdict: 'edge', edges: kept }
    const [h, v] = [halfLon / 2, halfLat / 2]
    const children = [
      settle(lon - h, lat - v, h, v, kept),
      settle(lon + h, lat - v, h, v, kept),
      settle(lon - h, lat + v, h, v, kept),
      settle(lon + h, lat + v, h, v, kept),
    ]
    return { ...none, verdict: 'split', children }
  }

  const top = settle(root.lon, root.lat, root.halfLon, root.halfLat, all)

  function nearEdge(lon: number, lat: number, candidates: Uint32Array): boolean {
    let least = Number.POSITIVE_INFINITY
    for (const edge of candidates) least = Math.min(least, nearbyEdgeDistance(edges, edge, lon, lat))
    if (Math.abs(least - radiusMetres) > BAND_METRES) return least < radiusMetres
    return nearestOnEdges(edges, candidates, [lon, lat]).metres <= radiusMetres
  }

  return {
    contains(lon, lat) {
      if (!(Math.abs(lon - root.lon) <= root.halfLon && Math.abs(lat - root.lat) <= root.halfLat)) return false
      let cell = top
      while (cell.verdict === 'split') cell = cell.children[(lon > cell.lon ? 1 : 0) + (lat > cell.lat ? 2 : 0)]!
      return cell.verdict === 'edge' ? nearEdge(lon, lat, cell.edges) : cell.verdict === 'in'
    },
  }
}

/** A rectangle of degrees that contains the whole ring with a margin. */
function rootOf({ edges, radiusMetres }: Ring) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < edges.length; i += 2) {
    west = Math.min(west, edges[i]!)
    east = Math.max(east, edges[i]!)
    south = Math.min(south, edges[i + 1]!)
    north = Math.max(north, edges[i + 1]!)
  }
  const [eastMetres, northMetres] = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)))
  const pad = 1.2
  return {
    lon: (west + east) / 2,
    lat: (south + north) / 2,
    halfLon: (east - west) / 2 + (pad * radiusMetres) / eastMetres,
    halfLat: (north - south) / 2 + (pad * radiusMetres) / northMetres,
  }
}

/**
 * Returns 1 for every position inside the ring, 0 for others and for those without a position (NaN). No position is
 * misclassified compared with Karney's geodesics; a million take well under a second.
 */
export function ringMembers(lons: Float64Array, lats: Float64Array, index: RingIndex): Uint8Array {
  const inside = new Uint8Array(lons.length)
  for (let i = 0; i < lons.length; i++) inside[i] = index.contains(lons[i]!, lats[i]!) ? 1 : 0
  return inside
}
