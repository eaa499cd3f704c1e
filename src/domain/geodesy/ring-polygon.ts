import { buffer, circle } from '@turf/turf'
import type { Point } from 'geojson'
import type { Surface } from './area-index'
import { azimuthDegrees, destination } from './distance'
import type { Position } from './position'
import { placeInRing, type Ring, ringAround } from './ring'

const STEPS = 64
const CENTIMETRE = 0.01

/** Moves a position along the geodesic through its nearest core point until it is `radiusMetres` from the core. */
function ontoRing(start: Position, ring: Ring): Position {
  let position = start
  // In a dent, two parts of the core alternate as the nearest; each pass leaves a small part of the error.
  for (let pass = 0; pass < 12; pass++) {
    const place = placeInRing(position, ring)
    if (Math.abs(place.marginMetres) < CENTIMETRE) return position
    const outward = azimuthDegrees(position, place.nearest) + 180
    position = destination(position, outward, place.marginMetres)
  }
  return position
}

/** Cache of the last ring, because each screen that opens asks for the same one. */
let last: { readonly asked: string; readonly surface: Surface } | null = null

/**
 * The ring as a surface. Turf provides the shape (a planar offset, off by tens of metres); then every vertex is moved
 * onto the ring, to a centimetre where the outline is convex and within a metre in its dents.
 */
export function ringSurface(core: Point | Surface, radiusMetres: number): Surface {
  const asked = JSON.stringify([core, radiusMetres])
  if (last?.asked !== asked) last = { asked, surface: makeSurface(core, radiusMetres) }
  return last.surface
}

function makeSurface(core: Point | Surface, radiusMetres: number): Surface {
  const ring = ringAround(core, radiusMetres)
  const shape =
    core.type === 'Point'
      ? circle(core, radiusMetres, { units: 'meters', steps: STEPS * 4 })
      : buffer(core, radiusMetres, { units: 'meters', steps: STEPS })
  if (!shape) throw new RangeError('the outline has no ring of that radius')
  const move = (line: number[][]) => line.map((vertex) => [...ontoRing(vertex as unknown as Position, ring)])
  const { geometry } = shape
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(move) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(move)) }
}
