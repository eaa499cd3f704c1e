import { azimuthDegrees, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { Dataset } from '@/questions/dataset'
import { isPlaced } from '@/questions/points/nearest-point'

/** A dustfall point as seen from a place. */
export interface NearPoint {
  readonly code: string
  readonly name: string
  readonly county: string
  readonly metres: number
  /** Degrees clockwise from north, from the place to the point. */
  readonly azimuth: number
}

/** The points within `metres` of a place, nearest first; if there are none, the nearest one. */
export function nearPoints({ dustfallPoints }: Dataset, place: Position, metres: number): NearPoint[] {
  const all = dustfallPoints
    .filter(isPlaced)
    .map(({ code, name, county, lon, lat }) => ({
      code,
      name,
      county,
      metres: distanceMetres(place, [lon, lat]),
      azimuth: azimuthDegrees(place, [lon, lat]),
    }))
    .sort((a, b) => a.metres - b.metres)
  const within = all.filter((point) => point.metres <= metres)
  return within.length > 0 ? within : all.slice(0, 1)
}
