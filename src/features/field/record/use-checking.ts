import { create } from 'zustand'

interface Checking {
  /** Key of the source whose check is gone on with, empty for none: of a found one its form stands instead of what was registered. */
  readonly checking: string
  setChecking(checking: string): void
}

/** Kept while another part of the screen is shown: a begun check is gone on with where it is listed. */
export const useChecking = create<Checking>()((set) => ({
  checking: '',
  setChecking: (checking) => set({ checking }),
}))
