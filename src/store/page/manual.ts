import { create } from 'zustand'

interface ManualState {
  /** The page that stands beside the screen; null where none does. */
  readonly page: string | null
  /** Shows a page beside whatever screen is shown; null takes it away. */
  open(page: string | null): void
}

/** The manual beside a screen, which stays as it is. */
export const useManual = create<ManualState>()((set) => ({ page: null, open: (page) => set({ page }) }))
