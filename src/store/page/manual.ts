import { create } from 'zustand'

interface ManualState {
  /** The manual page shown beside the screen; null if none. */
  readonly page: string | null
  /** Shows a manual page beside the current screen; null closes it. */
  open(page: string | null): void
}

/** The manual beside a screen, which stays unchanged. */
export const useManual = create<ManualState>()((set) => ({ page: null, open: (page) => set({ page }) }))
