import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { SourceKey } from './view'

interface RoundState {
  /** The sources of today's round in the order of the way; kept on this device, through a flat battery too. */
  readonly stops: readonly SourceKey[]
  setStops(stops: readonly SourceKey[]): void
  /** Puts a source at the end of the round, or takes it off. */
  toggleStop(stop: SourceKey): void
}

export const useRound = create<RoundState>()(
  persist(
    (set, get) => ({
      stops: [],
      setStops: (stops) => set({ stops }),
      toggleStop({ kind, code }) {
        const others = get().stops.filter((stop) => stop.kind !== kind || stop.code !== code)
        set({ stops: others.length < get().stops.length ? others : [...others, { kind, code }] })
      },
    }),
    {
      name: 'chentu-round',
      storage: createJSONStorage(() => localStorage),
    },
  ),
)
