import type { FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson'
import { indexArea, type Surface } from '@/domain/geodesy/area-index'
import { nearestOnEdges } from '@/domain/geodesy/edge-distance'
import type { Position } from '@/domain/geodesy/position'
import type { Random } from './random'

/** Towns by county: the seat and the town's spread in degrees. Approximate, only for plausible positions. */
export const SEATS: Record<string, { seat: Position; spread: number; weight: number }> = {
  '610402': { seat: [108.69, 34.335], spread: 0.035, weight: 22 },
  '610404': { seat: [108.77, 34.375], spread: 0.04, weight: 20 },
  '610422': { seat: [108.935, 34.615], spread: 0.04, weight: 9 },
  '610423': { seat: [108.838, 34.53], spread: 0.045, weight: 9 },
  '610424': { seat: [108.243, 34.53], spread: 0.06, weight: 6 },
  '610425': { seat: [108.42, 34.485], spread: 0.05, weight: 7 },
  '610426': { seat: [108.138, 34.694], spread: 0.05, weight: 3 },
  '610428': { seat: [107.795, 35.205], spread: 0.04, weight: 3 },
  '610429': { seat: [108.33, 35.11], spread: 0.05, weight: 3 },
  '610430': { seat: [108.577, 34.8], spread: 0.05, weight: 4 },
  '610431': { seat: [108.205, 34.262], spread: 0.05, weight: 5 },
  '610481': { seat: [108.486, 34.302], spread: 0.045, weight: 9 },
  '610482': { seat: [108.08, 35.037], spread: 0.05, weight: 5 },
}

/** Rivers are known to about a kilometre, so nothing is placed closer to the two large ones. */
const RIVER_METRES = 900
/** Share of sources in the open country of their county. */
const COUNTRY_SHARE = 0.18

/** Generates plausible positions in each county. */
export class Places {
  private readonly areas: Map<string, ReturnType<typeof indexArea>>
  private readonly river: Float64Array

  constructor(
    counties: FeatureCollection<Polygon | MultiPolygon>,
    rivers: FeatureCollection<LineString>,
    private readonly random: Random,
  ) {
    this.areas = new Map(counties.features.map(({ id, geometry }) => [String(id), indexArea(geometry as Surface)]))
    const flat: number[] = []
    for (const { geometry, properties } of rivers.features) {
      if (!['渭河', '泾河'].includes(properties?.name)) continue
      geometry.coordinates.slice(1).forEach((to, i) => {
        flat.push(...geometry.coordinates[i]!.slice(0, 2), ...to.slice(0, 2))
      })
    }
    this.river = Float64Array.from(flat)
  }

  /** A county picked by weight; urban ones weigh most. */
  county(): string {
    return this.random.weighted(Object.entries(SEATS).map(([code, { weight }]) => [code, weight] as const))
  }

  private dry(position: Position): boolean {
    const near: number[] = []
    for (let edge = 0; edge < this.river.length / 4; edge++) {
      const dx = Math.abs(this.river[edge * 4]! - position[0])
      const dy = Math.abs(this.river[edge * 4 + 1]! - position[1])
      if (dx < 0.1 && dy < 0.1) near.push(edge)
    }
    return near.length === 0 || nearestOnEdges(this.river, near, position).metres > RIVER_METRES
  }

  /** A position on dry land in a county, mostly near its town. */
  inCounty(county: string, spreadFactor = 1): Position {
    const { seat, spread } = SEATS[county]!
    const area = this.areas.get(county)!
    const [west, south, east, north] = area.bounds
    for (;;) {
      const country = this.random.chance(COUNTRY_SHARE)
      const lon = country
        ? west + this.random.next() * (east - west)
        : seat[0] + this.random.normal() * spread * spreadFactor
      const lat = country
        ? south + this.random.next() * (north - south)
        : seat[1] + this.random.normal() * spread * 0.8 * spreadFactor
      const position: Position = [Number(lon.toFixed(6)), Number(lat.toFixed(6))]
      if (this.allows(county, position)) return position
    }
  }

  /** Whether a position is in the county and not in a large river. */
  allows(county: string, position: Position): boolean {
    return this.areas.get(county)!.contains(...position) && this.dry(position)
  }

  /** The county that holds a position, or null. */
  countyOf(position: Position): string | null {
    for (const [code, area] of this.areas) if (area.contains(...position)) return code
    return null
  }
}
