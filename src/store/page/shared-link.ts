import { create } from 'zustand'
import { useChentu } from '@/store/chentu'
import { withMade } from './link-made'

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

/** Copies the link of what the page shows, which says on which plan and day that stood. */
export async function shareLink(): Promise<void> {
  clearTimeout(saying)
  const { opened } = useChentu.getState()
  const link = opened ? withMade(location.href, opened.dataset, opened.evaluation.asOf) : location.href
  try {
    await navigator.clipboard.writeText(link)
    useSharedLink.setState({ outcome: 'copied', link })
    saying = setTimeout(useSharedLink.getState().close, SAID_MS)
  } catch {
    useSharedLink.setState({ outcome: 'refused', link })
  }
}
