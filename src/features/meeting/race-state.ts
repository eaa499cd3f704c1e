import { create } from 'zustand'
import type { Month } from '@/domain/calendar'

/** What counties are put up by in the race: their place in the month's ranking, or their figure. */
export type RaceBy = 'rank' | 'value'

export const RACE_SPEEDS = [0.5, 1, 2] as const

/** Where the race stands. The wall draws it; its bar and the speaker's window steer it. */
export interface Race {
  /** The month that the lines have come to; null for the last one. */
  readonly at: Month | null
  readonly playing: boolean
  readonly speed: (typeof RACE_SPEEDS)[number]
  readonly by: RaceBy
}

export const useRace = create<Race>(() => ({ at: null, playing: false, speed: 1, by: 'rank' }))

/** Number of the step that a race stands at, of the months that it runs through. */
export function stepOf({ at }: Pick<Race, 'at'>, months: readonly Month[]): number {
  const found = at === null ? -1 : months.indexOf(at)
  return found < 0 ? months.length - 1 : found
}

/** The race moved by some steps and halted there; it stays within its months. */
export function stepped(race: Race, months: readonly Month[], by: number): Race {
  const to = Math.min(months.length - 1, Math.max(0, stepOf(race, months) + by))
  return { ...race, playing: false, at: months[to] ?? null }
}

/** The race one step on by itself: it ends with the last month. */
export function ranOn(race: Race, months: readonly Month[]): Race {
  const next = stepped(race, months, 1)
  return { ...next, playing: stepOf(next, months) < months.length - 1 }
}

/** Played or halted; from the end it begins anew. */
export function toggled(race: Race, months: readonly Month[]): Race {
  if (race.playing) return { ...race, playing: false }
  const atEnd = stepOf(race, months) === months.length - 1
  return { ...race, playing: months.length > 1, at: atEnd ? (months[0] ?? null) : race.at }
}
