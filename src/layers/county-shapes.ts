import type { FeatureCollection } from 'geojson'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'

/** Counties as a drawing: outlines in a box, without a map. */
export interface CountyShapes {
  readonly width: number
  readonly height: number
  /** Bounds of the whole box in degrees: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number]
  /** Outline of each county as an SVG path, by code. */
  readonly paths: ReadonlyMap<string, string>
  place(position: Position): readonly [x: number, y: number]
}

const WIDTH = 1000
const PADDING = 12

/** Vertices nearer than this to the previous one are indistinguishable under a border of twice the width. */
const NEAR = 1

/** A line without indistinguishable vertices: a wall display without a graphics card draws it five times as fast. */
export function thinned(ring: readonly (readonly [number, number])[]) {
  const kept: (readonly [number, number])[] = []
  for (const corner of ring) {
    const last = kept.at(-1)
    if (!last || Math.hypot(corner[0] - last[0], corner[1] - last[1]) >= NEAR) kept.push(corner)
  }
  return kept
}

/** Draws outlines in Mercator, 1000 wide; each feature's id is its county code. */
export function countyShapes(outlines: FeatureCollection): CountyShapes {
  const shapes = outlines.features.map(({ id, geometry }) => ({
    code: String(id),
    rings: surfaceRings(geometry as Surface).map((ring) => ring.map(([lon, lat]) => mercator(lon!, lat!))),
  }))
  const all = shapes.flatMap(({ rings }) => rings.flat())
  let [west, north, east, south] = [1, 1, 0, 0]
  for (const [x, y] of all) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    north = Math.min(north, y)
    south = Math.max(south, y)
  }
  const scale = (WIDTH - 2 * PADDING) / (east - west || 1)
  const at = ([x, y]: readonly [number, number]) =>
    [PADDING + (x - west) * scale, PADDING + (y - north) * scale] as const
  const line = (ring: readonly (readonly [number, number])[]) =>
    `M${thinned(ring.map(at))
      .map((corner) => corner.map((value) => value.toFixed(1)).join(' '))
      .join('L')}Z`
  const height = Math.ceil((south - north) * scale + 2 * PADDING)
  const degreesAt = (x: number, y: number) => unproject(west + (x - PADDING) / scale, north + (y - PADDING) / scale)
  return {
    width: WIDTH,
    height,
    bounds: [...degreesAt(0, height), ...degreesAt(WIDTH, 0)],
    paths: new Map(shapes.map(({ code, rings }) => [code, rings.map(line).join('')])),
    place: ([lon, lat]) => at(mercator(lon, lat)),
  }
}
