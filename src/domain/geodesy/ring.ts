import type { Point } from 'geojson'
import { type AreaIndex, indexArea, type Surface, surfaceEdges, surfaceRings } from './area-index'
import { azimuthDegrees } from './distance'
import { type Edges, nearestOnEdges } from './edge-distance'
import { type Position, refusePositions } from './position'

/** What the ring is measured from: the city centre, or the outline of the built-up area (clause 6). */
export type RingBasis = 'centre' | 'outline'

/** All positions within `radiusMetres` of a core: a point, or a surface with everything inside it. */
export interface Ring {
  readonly radiusMetres: number
  readonly edges: Edges
  /** Null if the core is a point. */
  readonly inner: AreaIndex | null
}

/**
 * The ring of `radiusMetres` around a core. Edges are straight in lon/lat, according to RFC 7946.
 * @throws RangeError for a core near a pole, across the antimeridian, or without an edge, and for a radius that is not
 * positive.
 */
export function ringAround(core: Point | Surface, radiusMetres: number): Ring {
  if (!(radiusMetres > 0)) throw new RangeError(`a ring's radius must be positive, not ${radiusMetres}`)
  const positions = core.type === 'Point' ? [core.coordinates as unknown as Position] : surfaceRings(core).flat()
  const refusal = refusePositions(positions)
  if (refusal !== null) throw new RangeError(refusal)
  if (core.type === 'Point') {
    const [lon, lat] = positions[0]!
    return { radiusMetres, edges: Float64Array.of(lon, lat, lon, lat), inner: null }
  }
  const edges = surfaceEdges(core)
  if (edges.length === 0) throw new RangeError('the outline has no edge')
  return { radiusMetres, edges, inner: indexArea(core) }
}

/** A position relative to a ring. */
export interface RingPlace {
  readonly inside: boolean
  /** Geodesic metres to the nearest point of the core's edge; negative within the core. */
  readonly coreMetres: number
  /** Metres to the ring's own edge: positive inside, negative outside. */
  readonly marginMetres: number
  /** The nearest point of the core's edge. */
  readonly nearest: Position
  /** Direction from the position to `nearest`, degrees clockwise from north. */
  readonly azimuth: number
}

/** Measures one position against a ring, exact to a millimetre (Karney's geodesics). The edge itself is inside. */
export function placeInRing(position: Position, ring: Ring): RingPlace {
  const all = Array.from({ length: ring.edges.length / 4 }, (_, edge) => edge)
  const { at, metres } = nearestOnEdges(ring.edges, all, position)
  const within = ring.inner?.contains(position[0], position[1]) ?? false
  const coreMetres = within ? -metres : metres
  return {
    inside: coreMetres <= ring.radiusMetres,
    coreMetres,
    marginMetres: ring.radiusMetres - coreMetres,
    nearest: at,
    azimuth: azimuthDegrees(position, at),
  }
}
