import { create } from 'zustand'

interface Passphrase {
  /** Passphrase for sealing and opening bundles while the page is open; empty if none was typed. Never stored. */
  readonly passphrase: string
  setPassphrase(passphrase: string): void
}

/** The passphrase of this session: typed once for all bundles of a day, and gone when the page closes. */
export const usePassphrase = create<Passphrase>()((set) => ({
  passphrase: '',
  setPassphrase: (passphrase) => set({ passphrase }),
}))
