import { create } from 'zustand'
import type { Month } from '@/domain/calendar'

/** What the race plots for each county: its rank in the month, or its figure. */
export type RaceBy = 'rank' | 'value'

export const RACE_SPEEDS = [0.5, 1, 2] as const

/** State of the race. The scene draws it; the wall's bar and the speaker's window control it. */
export interface Race {
  /** The month up to which lines are drawn; null for the last one. */
  readonly at: Month | null
  readonly playing: boolean
  readonly speed: (typeof RACE_SPEEDS)[number]
  readonly by: RaceBy
}

export const useRace = create<Race>(() => ({ at: null, playing: false, speed: 1, by: 'rank' }))

/** Index of the race's current month among its months. */
export function raceStep({ at }: Pick<Race, 'at'>, months: readonly Month[]): number {
  const found = at === null ? -1 : months.indexOf(at)
  return found < 0 ? months.length - 1 : found
}

/** Moves the race by some steps and pauses it; stays within its months. */
export function moveRace(race: Race, months: readonly Month[], by: number): Race {
  const to = Math.min(months.length - 1, Math.max(0, raceStep(race, months) + by))
  return { ...race, playing: false, at: months[to] ?? null }
}

/** Advances the playing race by one step; it stops at the last month. */
export function advanceRace(race: Race, months: readonly Month[]): Race {
  const next = moveRace(race, months, 1)
  return { ...next, playing: raceStep(next, months) < months.length - 1 }
}

/** Plays or pauses the race; at the end it starts over. */
export function toggleRace(race: Race, months: readonly Month[]): Race {
  if (race.playing) return { ...race, playing: false }
  const atEnd = raceStep(race, months) === months.length - 1
  return { ...race, playing: months.length > 1, at: atEnd ? (months[0] ?? null) : race.at }
}
