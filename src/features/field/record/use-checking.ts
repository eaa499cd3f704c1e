import { create } from 'zustand'

interface Checking {
  /**
   * Key of the source whose check is continued, '' for none. For a found source its form then replaces the registered
   * data.
   */
  readonly checking: string
  setChecking(checking: string): void
}

/** Survives switching to another part of the screen, so that a begun check can be continued from the list. */
export const useChecking = create<Checking>()((set) => ({
  checking: '',
  setChecking: (checking) => set({ checking }),
}))
