import Flatbush from 'flatbush'
import type { LineString, MultiLineString } from 'geojson'
import { metresPerDegree } from './distance'
import { type Edges, nearbyEdgeDistance } from './edge-distance'
import type { Position } from './position'

/** The edges of lines. */
export function lineEdges(lines: readonly (LineString | MultiLineString)[]): Edges {
  const flat: number[] = []
  for (const line of lines) {
    for (const path of line.type === 'LineString' ? [line.coordinates] : line.coordinates)
      for (let i = 1; i < path.length; i++) flat.push(path[i - 1]![0]!, path[i - 1]![1]!, path[i]![0]!, path[i]![1]!)
  }
  return Float64Array.from(flat)
}

/** Distance in metres from a position to the nearest of many edges; Infinity beyond `reach` metres. */
export function edgeFinder(edges: Edges, reach: number): (at: Position) => number {
  const count = edges.length / 4
  if (count === 0) return () => Number.POSITIVE_INFINITY
  const boxes = new Flatbush(count)
  for (let i = 0; i < edges.length; i += 4) {
    const [a, b, c, d] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!]
    boxes.add(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d))
  }
  boxes.finish()
  return ([lon, lat]) => {
    const [east, north] = metresPerDegree(lat)
    const [dx, dy] = [reach / east, reach / north]
    let nearest = Number.POSITIVE_INFINITY
    for (const edge of boxes.search(lon - dx, lat - dy, lon + dx, lat + dy))
      nearest = Math.min(nearest, nearbyEdgeDistance(edges, edge, lon, lat))
    return nearest
  }
}
