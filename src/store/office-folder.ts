import { plainOrigin } from '@/domain/origin'
import { z } from '@/io/zod'
import { createKept } from './kept'

interface OfficeFolder {
  /** Address of a WebDAV folder of the office; empty where there is none. */
  readonly url: string
  readonly user: string
  set(change: { readonly url: string; readonly user: string }): void
}

/** The folder that bundles are pushed to. Its password is typed each time and kept nowhere: tablets get lost. */
export const useOfficeFolder = createKept<OfficeFolder>(
  'chentu-office-folder',
  { url: z.string(), user: z.string() },
  (set) => ({ url: '', user: '', set: (change) => set(change) }),
)

export const isFolderAddress = (url: string) => plainOrigin(url) !== null

/** The host that the page may speak to for it. */
export function folderOrigins(url: string): string[] {
  const origin = plainOrigin(url)
  return origin === null ? [] : [origin]
}
