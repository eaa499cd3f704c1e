import { create } from 'zustand'

/** A part of 一张图: the list of sources, the details of one, or the origin of the data at the end of the layers. */
export type Part = 'list' | 'detail' | 'provenance'

interface RequestState {
  readonly wanted: Part | null
  want(part: Part | null): void
}

/** The part that should come to the front and take the focus, because another part of the page opened it. */
export const useRequestedPart = create<RequestState>()((set) => ({
  wanted: null,
  want: (wanted) => set({ wanted }),
}))
