import { create } from 'zustand'
import { dropDraft } from './use-draft'

interface Dropped {
  /** Number of drafts thrown away since the page was opened: lists of drafts are read again when it changes. */
  readonly count: number
  /** Deletes the draft under a key. @throws if the browser refuses: then it is still there. */
  drop(key: string): Promise<void>
}

/** Throws drafts away, and tells the lists of drafts. */
export const useDropped = create<Dropped>()((set) => ({
  count: 0,
  async drop(key) {
    await dropDraft(key)
    set(({ count }) => ({ count: count + 1 }))
  },
}))
