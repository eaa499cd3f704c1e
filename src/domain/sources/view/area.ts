import type { LineString, MultiLineString } from 'geojson'
import { indexArea, type Surface } from '@/domain/geodesy/area-index'
import { distanceMetres, nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { edgeFinder, lineEdges } from '@/domain/geodesy/edge-finder'
import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** Which line something lies along: that of a kind with a code; without a kind the first with the code. */
export interface Along {
  readonly kind?: KindId
  readonly code: string
}

/** The line that something lies along; undefined where there is none. */
export function lineAlong<Line extends Required<Along>>(
  lines: readonly Line[],
  { kind, code }: Along,
): Line | undefined {
  return lines.find((line) => line.code === code && (kind === undefined || line.kind === kind))
}

/**
 * A part of the map: drawn round, around a point, along a line, or a county.
 */
export type Area =
  | { readonly type: 'polygon'; readonly ring: readonly Position[] }
  | { readonly type: 'circle'; readonly centre: Position; readonly metres: number }
  | ({ readonly type: 'line'; readonly metres: number } & Along)
  | { readonly type: 'county'; readonly code: string }

export const AREA_OPERATIONS = ['add', 'subtract', 'intersect'] as const
export type AreaOperation = (typeof AREA_OPERATIONS)[number]

/** One step of a selection: what is drawn is added to what was selected before, taken from it, or both must hold. */
export interface AreaStep {
  readonly operation: AreaOperation
  readonly area: Area
}

/** Where lines and counties are; null for one that the package does not have. */
export interface AreaPlaces {
  line(along: Along): LineString | MultiLineString | null
  county(code: string): Surface | null
}

const nowhere = () => false

/** Whether a position lies in an area; distances are geodesic, edges of a drawn polygon straight in longitude and latitude. */
export function containsOf(area: Area, places: AreaPlaces): (lon: number, lat: number) => boolean {
  switch (area.type) {
    case 'polygon': {
      if (area.ring.length < 3) return nowhere
      const ring = [...area.ring, area.ring[0]!].map((position) => [...position])
      return indexArea({ type: 'Polygon', coordinates: [ring] }).contains
    }
    case 'circle': {
      const [lon, lat] = area.centre
      return (x, y) => {
        const quick = nearbyDistanceMetres(lon, lat, x, y)
        // Near the edge the geodesic itself decides.
        const doubt = 1 + area.metres * 1e-4
        return Math.abs(quick - area.metres) > doubt
          ? quick < area.metres
          : distanceMetres(area.centre, [x, y]) <= area.metres
      }
    }
    case 'county': {
      const surface = places.county(area.code)
      return surface ? indexArea(surface).contains : nowhere
    }
    case 'line': {
      const line = places.line(area)
      if (!line) return nowhere
      const metresTo = edgeFinder(lineEdges([line]), area.metres)
      return (lon, lat) => metresTo([lon, lat]) <= area.metres
    }
  }
}

/** 1 for every row that the steps select. A first step that takes away begins with everything. */
export function selectRows(
  steps: readonly AreaStep[],
  lons: Float64Array,
  lats: Float64Array,
  places: AreaPlaces,
): Uint8Array {
  const selected = new Uint8Array(lons.length)
  if (steps[0]?.operation !== 'add') selected.fill(1)
  for (const { operation, area } of steps) {
    const contains = containsOf(area, places)
    for (let row = 0; row < lons.length; row++) {
      // What has no position can't be added, and lies in no area that is taken away.
      const inside = !Number.isNaN(lons[row]!) && contains(lons[row]!, lats[row]!)
      if (operation === 'add') selected[row]! |= inside ? 1 : 0
      else selected[row]! &= inside === (operation === 'intersect') ? 1 : 0
    }
  }
  return selected
}
