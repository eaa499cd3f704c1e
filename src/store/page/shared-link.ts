import { create } from 'zustand'
import { useChentu } from '@/store/chentu'
import { withLinkOrigin } from './link-origin'

const SAID_MS = 2500
/** With the note that data does not travel with the link, which takes longer to read. */
const SAID_WITH_NOTE_MS = 8000

interface SharedLink {
  /**
   * `refused`: over plain HTTP there is no clipboard, so the user copies by hand. `file`: the address is a local file
   * and useless elsewhere; `link` is then the part from `#` on. Null: nothing to report.
   */
  readonly outcome: 'copied' | 'refused' | 'file' | null
  readonly link: string
  /** Whether the link is in the clipboard. */
  readonly isCopied: boolean
  close(): void
}

/** Result of sharing the link, until it has been shown. */
export const useSharedLink = create<SharedLink>()((set) => ({
  outcome: null,
  link: '',
  isCopied: false,
  close: () => set({ outcome: null }),
}))

let saying: ReturnType<typeof setTimeout> | undefined

/** Whether a text could be copied: over plain HTTP there is no clipboard. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Copies the link to the current view, with the plan and day in force. */
export async function shareLink(): Promise<void> {
  clearTimeout(saying)
  const { opened } = useChentu.getState()
  const whole = opened ? withLinkOrigin(location.href, opened.dataset, opened.evaluation.asOf) : location.href
  const isFile = location.protocol === 'file:'
  const link = isFile ? new URL(whole).hash : whole
  const isCopied = await copied(link)
  useSharedLink.setState({ outcome: isFile ? 'file' : isCopied ? 'copied' : 'refused', link, isCopied })
  const ms = opened?.dataset.isKept ? SAID_WITH_NOTE_MS : SAID_MS
  if (isCopied && !isFile) saying = setTimeout(useSharedLink.getState().close, ms)
}
