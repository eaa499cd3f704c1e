import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { isWebAddress } from './web-address'

interface OfficeFolder {
  /** Address of a WebDAV folder of the office; empty where there is none. */
  readonly url: string
  readonly user: string
  set(change: { readonly url: string; readonly user: string }): void
}

/** The folder that bundles are pushed to. Its password is typed each time and kept nowhere: tablets get lost. */
export const useOfficeFolder = create<OfficeFolder>()(
  persist((set) => ({ url: '', user: '', set: (change) => set(change) }), {
    name: 'chentu-office-folder',
    storage: createJSONStorage(() => localStorage),
  }),
)

/** The host that the page may speak to for it. */
export const folderOrigins = (url: string): string[] => (isWebAddress(url) ? [new URL(url).origin] : [])
