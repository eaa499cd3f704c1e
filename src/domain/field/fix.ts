import { azimuthDegrees, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

/** A device's estimate of its position. */
export interface Fix {
  readonly position: Position
  /** Radius of the circle that contains the device with 95 % probability (W3C Geolocation). */
  readonly accuracyMetres: number
  /** Degrees clockwise from north that the device faces or moves; null if unknown. */
  readonly headingDegrees: number | null
  /** Milliseconds since 1970, by the device's clock. */
  readonly at: number
}

/** Above this radius, distances on the screen may be wrong by the length of a site. */
const POOR_METRES = 100
/** The speed of a car on a motorway; nobody inspects sites faster. */
const FASTEST_METRES_PER_SECOND = 40

/**
 * Why a position is not trusted. `poor`: its circle is too wide; `jump`: it is farther from the previous one than
 * anybody can move.
 */
export type FixDoubt = 'poor' | 'jump'

/** Why a fix is not trusted; null if it is. */
export function doubtOf(before: Fix | null, fix: Fix): FixDoubt | null {
  if (fix.accuracyMetres > POOR_METRES) return 'poor'
  if (!before) return null
  const seconds = Math.max(0, fix.at - before.at) / 1000
  const possible = before.accuracyMetres + fix.accuracyMetres + seconds * FASTEST_METRES_PER_SECOND
  return distanceMetres(before.position, fix.position) > possible ? 'jump' : null
}

/** The direction of movement: from the device, else from the previous fix if the two are clearly apart. */
export function headingOf(before: Fix | null, fix: Fix): number | null {
  if (fix.headingDegrees !== null) return fix.headingDegrees
  if (!before) return null
  const clear = Math.max(10, before.accuracyMetres, fix.accuracyMetres)
  return distanceMetres(before.position, fix.position) > clear
    ? azimuthDegrees(before.position, fix.position)
    : before.headingDegrees
}
