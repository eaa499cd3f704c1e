import { indexArea, type Surface, surfaceRings } from './area-index'
import { mercator, unproject } from './mercator'

/** Web Mercator's way round the equator, metres. */
const ROUND_METRES = 40_075_016.68557849

/** Column and row of a map tile, by its zoom. */
export type TileCover = ReadonlyMap<number, readonly (readonly [x: number, y: number])[]>

/**
 * The map tiles of each zoom up to `maxZoom` that a surface touches, or comes nearer to than `marginMetres`. A tile is looked
 * at only where the one above it is part of the cover, with those edges only that come near that one.
 */
export function tileCover(surface: Surface, marginMetres: number, maxZoom: number): TileCover {
  const area = indexArea(surface)
  const [, south, , north] = area.bounds
  const wide = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const margin = marginMetres / (ROUND_METRES * wide)
  const cover = new Map<number, [number, number][]>()

  function visit(zoom: number, x: number, y: number, edges: Float64Array) {
    const side = 1 / 2 ** zoom
    const near = edgesIn(edges, x * side - margin, y * side - margin, (x + 1) * side + margin, (y + 1) * side + margin)
    // Without an edge in it a tile is inside or outside as a whole.
    if (near.length === 0 && !area.contains(...unproject((x + 0.5) * side, (y + 0.5) * side))) return
    const tiles = cover.get(zoom) ?? []
    tiles.push([x, y])
    cover.set(zoom, tiles)
    if (zoom === maxZoom) return
    for (const right of [0, 1]) for (const down of [0, 1]) visit(zoom + 1, 2 * x + right, 2 * y + down, near)
  }
  visit(0, 0, 0, mercatorEdges(surface))
  return cover
}

/** The edges as flat quadruples x1, y1, x2, y2 in Mercator. */
function mercatorEdges(surface: Surface): Float64Array {
  const flat: number[] = []
  for (const ring of surfaceRings(surface)) {
    const places = ring.map(([lon, lat]) => mercator(lon, lat))
    for (let i = 1; i < places.length; i++) flat.push(...places[i - 1]!, ...places[i]!)
  }
  return Float64Array.from(flat)
}

/** Those edges that have a point in a box: their own boxes overlap it, and its corners are not all on one side of them. */
function edgesIn(edges: Float64Array, west: number, top: number, east: number, bottom: number): Float64Array {
  const kept: number[] = []
  for (let i = 0; i < edges.length; i += 4) {
    const [x1, y1, x2, y2] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!]
    if (Math.max(x1, x2) < west || Math.min(x1, x2) > east || Math.max(y1, y2) < top || Math.min(y1, y2) > bottom)
      continue
    const side = (x: number, y: number) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
    const sides = [side(west, top), side(east, top), side(west, bottom), side(east, bottom)]
    if (sides.every((each) => each > 0) || sides.every((each) => each < 0)) continue
    kept.push(x1, y1, x2, y2)
  }
  return Float64Array.from(kept)
}
