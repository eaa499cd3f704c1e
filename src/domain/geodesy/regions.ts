import Flatbush from 'flatbush'
import { indexArea, type Surface, surfaceEdges } from './area-index'

/** Finds the region of a position. */
export interface RegionIndex {
  /** Index of the region that contains the position, or -1. */
  find(lon: number, lat: number): number
}

/** Squares per side of the grid: for a city's counties, a border crosses about one in twenty. */
const SQUARES = 256
/** Values of a square that is not a region's index. */
const [OUTSIDE, CROSSED, UNKNOWN] = [-1, -2, -3] as const

/** An index over regions (counties); a point on a shared border belongs to exactly one of them. */
export function indexRegions(surfaces: readonly Surface[]): RegionIndex {
  if (surfaces.length === 0) return { find: () => OUTSIDE }
  const areas = surfaces.map(indexArea)
  const boxes = new Flatbush(areas.length)
  for (const area of areas) boxes.add(...area.bounds)
  boxes.finish()
  function search(lon: number, lat: number): number {
    for (const region of boxes.search(lon, lat, lon, lat)) if (areas[region]!.contains(lon, lat)) return region
    return OUTSIDE
  }

  const { minX: west, minY: south, maxX: east, maxY: north } = boxes
  const [columns, rows] = [SQUARES / (east - west || 1), SQUARES / (north - south || 1)]
  const columnOf = (lon: number) => Math.min(SQUARES - 1, Math.floor((lon - west) * columns))
  const rowOf = (lat: number) => Math.min(SQUARES - 1, Math.floor((lat - south) * rows))
  /** Value of each square: if no border crosses it, all its points lie in the same region as its centre. */
  let squares: Int16Array | null = null
  function cross(): Int16Array {
    const crossed = new Int16Array(SQUARES * SQUARES).fill(UNKNOWN)
    for (const surface of surfaces) {
      const edges = surfaceEdges(surface)
      for (let i = 0; i < edges.length; i += 4) {
        const [a, b] = [columnOf(edges[i]!), columnOf(edges[i + 2]!)]
        const [c, d] = [rowOf(edges[i + 1]!), rowOf(edges[i + 3]!)]
        for (let row = Math.min(c, d); row <= Math.max(c, d); row++)
          crossed.fill(CROSSED, row * SQUARES + Math.min(a, b), row * SQUARES + Math.max(a, b) + 1)
      }
    }
    return crossed
  }

  return {
    find(lon, lat) {
      if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return OUTSIDE
      squares ??= cross()
      const [row, column] = [rowOf(lat), columnOf(lon)]
      const square = row * SQUARES + column
      if (squares[square] === UNKNOWN)
        squares[square] = search(west + (column + 0.5) / columns, south + (row + 0.5) / rows)
      return squares[square] === CROSSED ? search(lon, lat) : squares[square]!
    },
  }
}
