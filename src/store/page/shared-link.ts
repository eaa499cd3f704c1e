import { create } from 'zustand'
import { useChentu } from '@/store/chentu'
import { withMade } from './link-made'

const SAID_MS = 2500

interface SharedLink {
  /**
   * `refused`: over plain HTTP there is no clipboard, and a person copies by hand. `file`: the address is of a file on this computer
   * and of no use elsewhere; `link` is then what stands behind it from `#` on. Null: nothing is to be said.
   */
  readonly outcome: 'copied' | 'refused' | 'file' | null
  readonly link: string
  /** Whether the link is in the clipboard. */
  readonly isCopied: boolean
  close(): void
}

/** What came of sharing the link, until it has been said. */
export const useSharedLink = create<SharedLink>()((set) => ({
  outcome: null,
  link: '',
  isCopied: false,
  close: () => set({ outcome: null }),
}))

let saying: ReturnType<typeof setTimeout> | undefined

/** Whether a text could be copied: over plain HTTP there is nothing to copy with. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Copies the link of what the page shows, which says on which plan and day that stood. */
export async function shareLink(): Promise<void> {
  clearTimeout(saying)
  const { opened } = useChentu.getState()
  const whole = opened ? withMade(location.href, opened.dataset, opened.evaluation.asOf) : location.href
  const isFile = location.protocol === 'file:'
  const link = isFile ? new URL(whole).hash : whole
  const isCopied = await copied(link)
  useSharedLink.setState({ outcome: isFile ? 'file' : isCopied ? 'copied' : 'refused', link, isCopied })
  if (isCopied && !isFile) saying = setTimeout(useSharedLink.getState().close, SAID_MS)
}
