import { moveRace, toggleRace, useRace } from './race-state'
import { useRaceMonths } from './use-race-months'
import { useSceneKeys } from './use-scene-keys'

/** Keys of the race while it is the current scene: on the wall and in the speaker's window. */
export function useRaceKeys(isRace: boolean): void {
  const { months } = useRaceMonths()
  const race = useRace()
  const set = useRace.setState
  useSceneKeys(
    isRace
      ? [
          [' ', () => set(toggleRace(race, months))],
          ['ArrowDown', () => set(moveRace(race, months, 1))],
          ['ArrowUp', () => set(moveRace(race, months, -1))],
          ['v', () => set({ by: race.by === 'rank' ? 'value' : 'rank' })],
        ]
      : [],
  )
}
