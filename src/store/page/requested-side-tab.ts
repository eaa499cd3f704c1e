import { create } from 'zustand'

/** Half of the right panel of 一张图: the list of sources, or the details of one. */
export type SideTab = 'list' | 'detail'

interface LandingState {
  readonly wanted: SideTab | null
  want(landing: SideTab | null): void
}

/** The half that should come to the front and take the focus, because another part of the page opened it. */
export const useRequestedSideTab = create<LandingState>()((set) => ({
  wanted: null,
  want: (wanted) => set({ wanted }),
}))
