import { create } from 'zustand'

const SAID_MS = 2500

interface SharedLink {
  /** `refused`: over plain HTTP there is no clipboard, and a person copies by hand. Null: nothing is to be said. */
  readonly outcome: 'copied' | 'refused' | null
  readonly link: string
  close(): void
}

/** What came of sharing the link, until it has been said. */
export const useSharedLink = create<SharedLink>()((set) => ({
  outcome: null,
  link: '',
  close: () => set({ outcome: null }),
}))

let saying: ReturnType<typeof setTimeout> | undefined

/** Copies the link of what the page shows. */
export async function shareLink(): Promise<void> {
  clearTimeout(saying)
  const link = location.href
  try {
    await navigator.clipboard.writeText(link)
    useSharedLink.setState({ outcome: 'copied', link })
    saying = setTimeout(useSharedLink.getState().close, SAID_MS)
  } catch {
    useSharedLink.setState({ outcome: 'refused', link })
  }
}
