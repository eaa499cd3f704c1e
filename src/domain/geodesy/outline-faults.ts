import { bbox, difference, feature, featureCollection, intersect, kinks, polygon, union } from '@turf/turf'
import { areaSquareMetres } from './area'
import { type Surface, surfaceEdges, surfaceRings } from './area-index'
import { edgeFinder } from './edge-finder'
import { BORDER_TOLERANCE, type OutlineFault } from './fault-of-outline'
import type { Position } from './position'

/** Maximum distance in metres between a computed corner of a gap and the outlines that it comes from. */
const EDGE_REACH = 1

type Bounds = ReturnType<typeof bbox>

const meet = (a: Bounds, b: Bounds) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/**
 * Finds rings that are open, or that cross themselves or another ring of their outline; if there are none, also
 * overlaps and gaps of more than `tolerance` m². Outlines are in WGS-84 degrees. Not gaps: an area between two outlines
 * that is open to the outside (no outline separates it from the city's border), and a hole in only one outline (another
 * city may have land there).
 */
export function outlineFaults(outlines: readonly Surface[], tolerance = BORDER_TOLERANCE): OutlineFault[] {
  const broken = outlines.flatMap(ringFaults)
  return broken.length > 0 ? broken : [...overlaps(outlines, tolerance), ...gaps(outlines, tolerance)]
}

function ringFaults(outline: Surface, member: number): OutlineFault[] {
  const rings = surfaceRings(outline)
  const isOpen = (ring: readonly Position[]) => String(ring[0]) !== String(ring.at(-1))
  if (rings.some(isOpen)) return [{ kind: 'open', members: [member] }]
  // Rings that only touch in a corner (a doubled position, a spike) enclose the same area.
  const corners = new Set(rings.flat().map(String))
  const crossing = kinks(polygon(rings.map((ring) => ring.map((position) => [...position])))).features.find(
    ({ geometry }) => !corners.has(String(geometry.coordinates)),
  )
  return crossing ? [{ kind: 'crossing', members: [member], at: crossing.geometry.coordinates }] : []
}

function overlaps(outlines: readonly Surface[], tolerance: number): OutlineFault[] {
  const bounds = outlines.map((outline) => bbox(outline))
  return outlines.flatMap((first, i) =>
    outlines.slice(i + 1).flatMap((second, after): OutlineFault[] => {
      const j = i + 1 + after
      if (!meet(bounds[i]!, bounds[j]!)) return []
      const shared = intersect(featureCollection([feature(first), feature(second)]))
      const squareMetres = shared ? areaSquareMetres(shared.geometry) : 0
      return squareMetres > tolerance ? [{ kind: 'overlap', members: [i, j], squareMetres }] : []
    }),
  )
}

function gaps(outlines: readonly Surface[], tolerance: number): OutlineFault[] {
  if (outlines.length < 2) return []
  const whole = union(featureCollection(outlines.map((outline) => feature(outline))))
  if (!whole) return []
  const polygons = whole.geometry.type === 'Polygon' ? [whole.geometry.coordinates] : whole.geometry.coordinates
  return polygons.flatMap((rings) =>
    rings.slice(1).flatMap((ring): OutlineFault[] => {
      const hole = polygon([ring])
      // Another outline may lie inside the hole without touching its edge.
      const bare = difference(featureCollection([hole, whole]))
      const squareMetres = bare ? areaSquareMetres(bare.geometry) : 0
      if (squareMetres <= tolerance) return []
      const about = outlines.flatMap((outline, i) => (bordersOn(outline, ring) ? [i] : []))
      return about.length > 1 ? [{ kind: 'gap', members: about, squareMetres }] : []
    }),
  )
}

/** Whether part of a ring runs along the edge of an outline: at least two of its corners are there. */
function bordersOn(outline: Surface, ring: readonly (readonly number[])[]): boolean {
  const metresToEdge = edgeFinder(surfaceEdges(outline), EDGE_REACH)
  return ring.slice(1).filter((at) => metresToEdge(at as unknown as Position) < EDGE_REACH).length > 1
}
