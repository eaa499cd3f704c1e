import { azimuthDegrees, destination, distanceMetres, nearbyDistanceMetres } from './distance'
import type { Position } from './position'

/** Wind in meteorological terms: the direction that it comes from, in degrees from north, and its speed. */
export interface Wind {
  readonly fromDegrees: number
  readonly metresPerSecond: number
  /** Share of the time, for the classes of a wind rose; they add up to 1. */
  readonly share: number
}

/** Half the angle of the upwind sector. */
export const SECTOR_DEGREES = 22.5

/** A place upwind of another. */
export interface Upwind {
  readonly metres: number
  /** Direction from the receptor, degrees from north. */
  readonly azimuth: number
  /** Weight of the wind from there, 0…1: see {@link upwind}. */
  readonly weight: number
}

const angleBetween = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)

/**
 * How far a place is upwind of a receptor, for screening only, not as proof. Each wind counts by its share of the time
 * and by how close its direction is to the place (1 on the axis, 0 at the edge of the sector). The sum is divided by 1
 * + distance in kilometres, because dust settles on the way. Null if no wind blows from there, or beyond `maxMetres`.
 */
export function upwind(receptor: Position, place: Position, winds: readonly Wind[], maxMetres: number): Upwind | null {
  if (nearbyDistanceMetres(...receptor, ...place) > maxMetres * 1.001 + 1) return null
  const metres = distanceMetres(receptor, place)
  if (!(metres <= maxMetres)) return null
  const azimuth = azimuthDegrees(receptor, place)
  let blown = 0
  for (const { fromDegrees, metresPerSecond, share } of winds) {
    const off = angleBetween(azimuth, fromDegrees)
    // Still air carries nothing.
    if (metresPerSecond > 0 && off < SECTOR_DEGREES) blown += share * (1 - off / SECTOR_DEGREES)
  }
  return blown === 0 ? null : { metres, azimuth, weight: blown / (1 + metres / 1000) }
}

/** Corners along the arc of a sector, so that it looks round. */
const ARC_STEPS = 12

/** The sector that a wind comes from, as a closed ring. */
export function windSector(receptor: Position, { fromDegrees }: Pick<Wind, 'fromDegrees'>, metres: number): Position[] {
  const arc = Array.from({ length: ARC_STEPS + 1 }, (_, i) =>
    destination(receptor, fromDegrees - SECTOR_DEGREES + (i / ARC_STEPS) * 2 * SECTOR_DEGREES, metres),
  )
  return [receptor, ...arc, receptor]
}
