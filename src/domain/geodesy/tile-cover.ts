import { indexArea, type Surface, surfaceRings } from './area-index'
import { mercator, unproject } from './mercator'

/** Length of the equator in Web Mercator, in metres. */
const ROUND_METRES = 40_075_016.68557849

/**
 * Tiles of this zoom are included with all tiles below them: their side is about 4 km here, and a tablet should not
 * test fifty thousand small ones.
 */
const FINEST_ZOOM = 13

/** Column and row of a map tile, by its zoom. */
export type TileCover = ReadonlyMap<number, readonly (readonly [x: number, y: number])[]>

/**
 * Map tiles of each zoom up to `maxZoom` that a surface touches or comes within `marginMetres` of, and all tiles below
 * such tiles of {@link FINEST_ZOOM}. A tile is tested only if its parent is in the cover, and only against the edges
 * near the parent.
 */
export function tileCover(surface: Surface, marginMetres: number, maxZoom: number): TileCover {
  const area = indexArea(surface)
  const [, south, , north] = area.bounds
  const wide = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const margin = marginMetres / (ROUND_METRES * wide)
  const cover = new Map<number, [number, number][]>()

  /** Adds a tile that is inside, and all tiles below it. */
  function fill(zoom: number, x: number, y: number) {
    for (let level = zoom; level <= maxZoom; level++) {
      const across = 2 ** (level - zoom)
      const tiles = tilesOf(cover, level)
      for (let right = 0; right < across; right++)
        for (let down = 0; down < across; down++) tiles.push([x * across + right, y * across + down])
    }
  }

  function visit(zoom: number, x: number, y: number, edges: Float64Array) {
    const side = 1 / 2 ** zoom
    const near = edgesIn(edges, x * side - margin, y * side - margin, (x + 1) * side + margin, (y + 1) * side + margin)
    // Without edges nearby, a tile is entirely inside or outside.
    if (near.length === 0) {
      if (area.contains(...unproject((x + 0.5) * side, (y + 0.5) * side))) fill(zoom, x, y)
      return
    }
    if (zoom === Math.min(FINEST_ZOOM, maxZoom)) return fill(zoom, x, y)
    tilesOf(cover, zoom).push([x, y])
    for (const right of [0, 1]) for (const down of [0, 1]) visit(zoom + 1, 2 * x + right, 2 * y + down, near)
  }
  visit(0, 0, 0, mercatorEdges(surface))
  return cover
}

function tilesOf(cover: Map<number, [number, number][]>, zoom: number): [number, number][] {
  const tiles = cover.get(zoom) ?? []
  cover.set(zoom, tiles)
  return tiles
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

/** Edges that meet a box: their bounding boxes overlap it, and its corners are not all on one side of them. */
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
