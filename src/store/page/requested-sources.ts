import { create } from 'zustand'

interface RequestState {
  readonly wanted: boolean
  want(wanted: boolean): void
}

/** Whether the origin of the data, at the end of the layers panel, should open and take the focus. */
export const useRequestedSources = create<RequestState>()((set) => ({
  wanted: false,
  want: (wanted) => set({ wanted }),
}))
