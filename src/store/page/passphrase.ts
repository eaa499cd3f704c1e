import { create } from 'zustand'

interface Passphrase {
  /** What seals and opens bundles as long as the page is open; empty where nothing was typed. It is written nowhere. */
  readonly passphrase: string
  setPassphrase(passphrase: string): void
}

/** The passphrase of this sitting: typed once for all bundles of a day, and gone with the page. */
export const usePassphrase = create<Passphrase>()((set) => ({
  passphrase: '',
  setPassphrase: (passphrase) => set({ passphrase }),
}))
