import { type DayNumber, parseDay } from '@/domain/calendar'
import type { Random } from './random'
import type { Row } from './rows'

export const AS_OF: DayNumber = parseDay('2022-10-31')

/** A flag that is mostly yes, sometimes no, and occasionally missing. */
export function flag(random: Random, yes: number, absent = 0.01): boolean | null {
  if (random.chance(absent)) return null
  return random.chance(yes)
}

/**
 * The last inspection; a row with a problem also has the day it was found and, often, the deadline for rectification.
 */
export function inspection(random: Random, broken: boolean): Row {
  if (random.chance(0.04)) return {}
  const inspectedOn = AS_OF - random.whole(1, 70)
  if (!broken) return { inspectedOn }
  const foundOn = inspectedOn - random.whole(0, 25)
  return { inspectedOn, foundOn, rectifyBy: random.chance(0.7) ? foundOn + random.pick([7, 15, 30, 45, 60]) : null }
}
