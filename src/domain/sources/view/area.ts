import type { LineString, MultiLineString } from 'geojson'
import { indexArea, type Surface } from '@/domain/geodesy/area-index'
import { edgeFinder, lineEdges } from '@/domain/geodesy/edge-finder'
import type { Position } from '@/domain/geodesy/position'
import { isWithin, type Places, withinAny } from '@/domain/geodesy/within'
import type { KindId } from '@/domain/sources/kinds/kind'

/** Refers to a line by kind and code; without a kind, the first line with the code. */
export interface LineRef {
  readonly kind?: KindId
  readonly code: string
  /** Which of several lines of the kind with this code, from 1; the first by default. */
  readonly nth?: number
}

/** The line referred to; undefined if there is none. */
export function lineAlong<Line extends Required<LineRef>>(
  lines: readonly Line[],
  { kind, code, nth = 1 }: LineRef,
): Line | undefined {
  const own = lines.filter((line) => line.code === code && (kind === undefined || line.kind === kind))
  return own.find((line) => line.nth === nth) ?? own[0]
}

/** Places that an area surrounds: all dustfall points, those over the limit, or all sources of a kind. */
export type SurroundedPlaces = 'points' | 'over' | { readonly kind: KindId }

/** A part of the map: a drawn polygon, a circle, a buffer along a line or around many places, or a county. */
export type Area =
  | { readonly type: 'polygon'; readonly ring: readonly Position[] }
  /** `name` is the object on which its centre was set. */
  | { readonly type: 'circle'; readonly centre: Position; readonly metres: number; readonly name?: string }
  | ({ readonly type: 'line'; readonly metres: number } & LineRef)
  | { readonly type: 'around'; readonly of: SurroundedPlaces; readonly metres: number }
  | { readonly type: 'county'; readonly code: string }

export const AREA_OPERATIONS = ['add', 'subtract', 'intersect'] as const
export type AreaOperation = (typeof AREA_OPERATIONS)[number]

/** One step of a selection: the area is added to the selection, subtracted from it, or intersected with it. */
export interface AreaStep {
  readonly operation: AreaOperation
  readonly area: Area
}

/** Looks up the geometry of lines, counties and places; null if the package does not have it. */
export interface AreaPlaces {
  line(along: LineRef): LineString | MultiLineString | null
  county(code: string): Surface | null
  around(of: SurroundedPlaces): AroundPlaces
}

/** Positions, and lines that have a length of their own. */
export interface AroundPlaces {
  readonly places: Places
  readonly lines: readonly (LineString | MultiLineString)[]
}

const nowhere = () => false

/**
 * Returns a test for whether a position lies in an area. Distances are geodesic; edges of a drawn polygon are straight
 * in longitude and latitude.
 */
export function areaTest(area: Area, places: AreaPlaces): (lon: number, lat: number) => boolean {
  switch (area.type) {
    case 'polygon': {
      if (area.ring.length < 3) return nowhere
      const ring = [...area.ring, area.ring[0]!].map((position) => [...position])
      return indexArea({ type: 'Polygon', coordinates: [ring] }).contains
    }
    case 'circle': {
      const [lon, lat] = area.centre
      return (x, y) => isWithin(lon, lat, x, y, area.metres)
    }
    case 'around': {
      const { places: positions, lines } = places.around(area.of)
      const isNear = withinAny(positions, area.metres)
      if (lines.length === 0) return isNear
      const metresTo = edgeFinder(lineEdges(lines), area.metres)
      return (lon, lat) => isNear(lon, lat) || metresTo([lon, lat]) <= area.metres
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

/** Returns 1 for every selected row. If the first step does not add, the selection starts with all rows. */
export function selectRows(
  steps: readonly AreaStep[],
  lons: Float64Array,
  lats: Float64Array,
  places: AreaPlaces,
): Uint8Array {
  const selected = new Uint8Array(lons.length)
  if (steps[0]?.operation !== 'add') selected.fill(1)
  for (const { operation, area } of steps) {
    const contains = areaTest(area, places)
    for (let row = 0; row < lons.length; row++) {
      // Rows without a position can't be added, and lie in no area that is subtracted.
      const inside = !Number.isNaN(lons[row]!) && contains(lons[row]!, lats[row]!)
      if (operation === 'add') selected[row]! |= inside ? 1 : 0
      else selected[row]! &= inside === (operation === 'intersect') ? 1 : 0
    }
  }
  return selected
}
