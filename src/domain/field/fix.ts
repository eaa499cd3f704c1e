import { azimuthDegrees, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

/** Where a device says that it is. */
export interface Fix {
  readonly position: Position
  /** Radius of the circle in which it is with 95 % (W3C Geolocation). */
  readonly accuracyMetres: number
  /** Degrees clockwise from north that it faces or moves; null where nothing says. */
  readonly headingDegrees: number | null
  /** Milliseconds since 1970, by the device. */
  readonly at: number
}

/** From so wide a circle on, distances on the screen may be wrong by as much as a site is long. */
const POOR_METRES = 100
/** Nobody inspects sites faster: a car on a motorway. */
const FASTEST_METRES_PER_SECOND = 40

/** Why a position is not to be trusted: its circle is wide, or it is farther from the one before than anybody can move. */
export type FixDoubt = 'poor' | 'jump'

/** What speaks against a fix; null where nothing does. */
export function doubtOf(before: Fix | null, fix: Fix): FixDoubt | null {
  if (fix.accuracyMetres > POOR_METRES) return 'poor'
  if (!before) return null
  const seconds = Math.max(0, fix.at - before.at) / 1000
  const possible = before.accuracyMetres + fix.accuracyMetres + seconds * FASTEST_METRES_PER_SECOND
  return distanceMetres(before.position, fix.position) > possible ? 'jump' : null
}

/** Which way somebody walks: as the device says, else from the fix before once they are clearly apart. */
export function headingOf(before: Fix | null, fix: Fix): number | null {
  if (fix.headingDegrees !== null) return fix.headingDegrees
  if (!before) return null
  const clear = Math.max(10, before.accuracyMetres, fix.accuracyMetres)
  return distanceMetres(before.position, fix.position) > clear
    ? azimuthDegrees(before.position, fix.position)
    : before.headingDegrees
}
