import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { SourceKey } from './view'

interface RoundState {
  /** The sources of today's round in the order of the way; kept on this device, through a flat battery too. */
  readonly stops: readonly SourceKey[]
  setStops(stops: readonly SourceKey[]): void
}

export const useRound = create<RoundState>()(
  persist((set) => ({ stops: [], setStops: (stops) => set({ stops }) }), {
    name: 'chentu-round',
    storage: createJSONStorage(() => localStorage),
  }),
)
