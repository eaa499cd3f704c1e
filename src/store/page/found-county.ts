import { create } from 'zustand'

interface FoundCounty {
  readonly code: string | null
  show(code: string | null): void
}

/** The county that the search found and the map has not been moved to yet. */
export const useFoundCounty = create<FoundCounty>()((set) => ({
  code: null,
  show: (code) => set({ code }),
}))
