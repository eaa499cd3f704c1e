import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import { createPersistedStore } from './persisted-store'

/** The browser keeps a few megabytes of text for the whole app; documents without large pictures are much smaller. */
export const MAX_OWN_BYTES = 512 * 1024

interface OwnDocument {
  /** The office's Word template for a 现场检查记录, base64, if one was chosen on this device; null otherwise. */
  readonly own: { readonly name: string; readonly docx: string } | null
  setOwn(own: OwnDocument['own']): void
}

const document = z.object({ name: z.string(), docx: z.base64() }).nullable()

export const useOwnDocument = createPersistedStore<OwnDocument>(
  nameForCity('chentu-check-document'),
  { own: document },
  (set) => ({
    own: null,
    setOwn: (own) => set({ own }),
  }),
)
