import { distanceMetres } from '@/domain/geodesy/distance'
import type { Fix } from './fix'

/** Who has not moved for so long stands: looking at a list, talking, writing. */
const STILL_MS = 60_000
/** Nearer than this two positions are one, however good they are. */
const MOVED_METRES = 15

/** Where somebody was last clearly somewhere else. */
export interface Standing {
  readonly fix: Fix
  /** When the tablet came there. */
  readonly since: number
}

/** Where somebody stands once another position has come: the same place with its first moment, or another. */
export function standingAfter(before: Standing | null, fix: Fix, now: number): Standing {
  if (!before) return { fix, since: now }
  const clear = Math.max(MOVED_METRES, before.fix.accuracyMetres, fix.accuracyMetres)
  return distanceMetres(before.fix.position, fix.position) > clear ? { fix, since: now } : before
}

/** Whether somebody has stood in one place long enough that the next position can wait. */
export const isStill = ({ since }: Standing, now: number) => now - since >= STILL_MS
