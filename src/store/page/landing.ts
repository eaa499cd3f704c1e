import { create } from 'zustand'

/** Half of the right panel of 一张图: the list of sources, or the details of one. */
export type Landing = 'list' | 'detail'

interface LandingState {
  readonly wanted: Landing | null
  want(landing: Landing | null): void
}

/** The half that should come to the front and take the focus, because another part of the page opened it. */
export const useLanding = create<LandingState>()((set) => ({ wanted: null, want: (wanted) => set({ wanted }) }))
