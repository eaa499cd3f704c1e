import geodesic from 'geographiclib-geodesic'
import { type Surface, surfaceRings } from './area-index'
import type { Position } from './position'

/** Edges are straight in lon/lat; pieces this short equal geodesics as far as an area is concerned. */
const PIECE_DEGREES = 0.005

function ringAreaSquareMetres(ring: readonly Position[]): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false)
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1]!, ring[i]!]
    const pieces = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / PIECE_DEGREES))
    for (let piece = 0; piece < pieces; piece++) {
      const share = piece / pieces
      polygon.AddPoint(from[1] + share * (to[1] - from[1]), from[0] + share * (to[0] - from[0]))
    }
  }
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN)
}

/** Area of a surface on the WGS-84 ellipsoid in m², without its holes (Karney's polygon area). */
export function areaSquareMetres(surface: Surface): number {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates
  let total = 0
  for (const polygon of polygons) {
    const rings = surfaceRings({ type: 'Polygon', coordinates: polygon })
    rings.forEach((ring, i) => {
      total += (i === 0 ? 1 : -1) * ringAreaSquareMetres(ring)
    })
  }
  return total
}
