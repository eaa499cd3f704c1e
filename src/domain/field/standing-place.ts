import { distanceMetres } from '@/domain/geodesy/distance'
import type { Fix } from './fix'

/** After this long without movement, a person counts as standing: reading a list, talking, writing. */
const STILL_MS = 60_000
/** Positions closer than this count as the same place, however accurate they are. */
const MOVED_METRES = 15

/** The place where a person stands, taken when they last clearly moved. */
export interface StandingPlace {
  readonly fix: Fix
  /** When the tablet came there. */
  readonly since: number
}

/** Updates the place for a new position: the same place with its original time, or a new place. */
export function updateStandingPlace(before: StandingPlace | null, fix: Fix, now: number): StandingPlace {
  if (!before) return { fix, since: now }
  const clear = Math.max(MOVED_METRES, before.fix.accuracyMetres, fix.accuracyMetres)
  return distanceMetres(before.fix.position, fix.position) > clear ? { fix, since: now } : before
}

/** Whether somebody has stood in one place long enough that the next position can wait. */
export const isStandingStill = ({ since }: StandingPlace, now: number) => now - since >= STILL_MS
