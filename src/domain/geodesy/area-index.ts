import type { MultiPolygon, Polygon } from 'geojson'
import type { Position } from './position'

/** A surface: one polygon or several, with or without holes, WGS-84 degrees. */
export type Surface = Polygon | MultiPolygon

/** All rings of a surface, including holes. */
export function surfaceRings(surface: Surface): Position[][] {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates
  return polygons.flat() as unknown as Position[][]
}

/** The edges of a surface as flat quadruples lon1, lat1, lon2, lat2. */
export function surfaceEdges(surface: Surface): Float64Array {
  const flat: number[] = []
  for (const ring of surfaceRings(surface)) {
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1]!, ring[i]!]
      if (from[0] !== to[0] || from[1] !== to[1]) flat.push(from[0], from[1], to[0], to[1])
    }
  }
  return Float64Array.from(flat)
}

/** Tests whether a position is in a surface. */
export interface AreaIndex {
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  contains(lon: number, lat: number): boolean
}

/**
 * Point-in-surface test in nearly constant time: edges are sorted into latitude bands, so that a ray meets only the few
 * edges of its own band. Uses the even-odd rule, so holes need no special care. Edges are half-open: of two neighbours
 * that share an edge, exactly one contains a point on it.
 */
export function indexArea(surface: Surface): AreaIndex {
  const edges = surfaceEdges(surface)
  const count = edges.length / 4
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < edges.length; i += 2) {
    west = Math.min(west, edges[i]!)
    east = Math.max(east, edges[i]!)
    south = Math.min(south, edges[i + 1]!)
    north = Math.max(north, edges[i + 1]!)
  }
  const bandCount = Math.max(1, Math.min(4096, count))
  const scale = bandCount / (north - south || 1)
  const bandOf = (lat: number) => Math.min(bandCount - 1, Math.max(0, Math.floor((lat - south) * scale)))
  const bands: number[][] = Array.from({ length: bandCount }, () => [])
  for (let edge = 0; edge < count; edge++) {
    const [lat1, lat2] = [edges[edge * 4 + 1]!, edges[edge * 4 + 3]!]
    for (let band = bandOf(Math.min(lat1, lat2)); band <= bandOf(Math.max(lat1, lat2)); band++) bands[band]!.push(edge)
  }

  function contains(lon: number, lat: number): boolean {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false
    let inside = false
    for (const edge of bands[bandOf(lat)]!) {
      const i = edge * 4
      const lat1 = edges[i + 1]!
      const lat2 = edges[i + 3]!
      if (lat1 > lat === lat2 > lat) continue
      // From the southern end, so that both neighbours of a shared edge round alike.
      const [x0, y0, x1, y1] =
        lat1 < lat2 ? [edges[i]!, lat1, edges[i + 2]!, lat2] : [edges[i + 2]!, lat2, edges[i]!, lat1]
      if (lon < x0 + ((lat - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside
    }
    return inside
  }
  return { bounds: [west, south, east, north], contains }
}
