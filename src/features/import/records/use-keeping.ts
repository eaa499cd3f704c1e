import { useRef, useState } from 'react'
import { within } from '@/io/versions/within'

/** Firefox asks the person, whose answer may never come. */
const PATIENCE_MS = 3000

/** What the browser said when it was asked to keep what is here. */
export type Keeping = 'asking' | 'kept' | 'refused'

/**
 * Asks the browser to keep what is here. `ask` ends with its answer, and after three seconds without one; `keeping` is null
 * where there is nothing to say: nobody asked, it can't be asked, or it promised at once.
 */
export function useKeeping(): { readonly keeping: Keeping | null; ask(): Promise<void> } {
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  const asking = useRef(false)

  async function ask() {
    if (asking.current || !navigator.storage?.persist) return
    asking.current = true
    const answered = navigator.storage
      .persist()
      .catch(() => false)
      .then((kept) => {
        asking.current = false
        setKeeping((before) => (!kept ? 'refused' : before === 'asking' ? 'kept' : null))
      })
    await within(PATIENCE_MS, answered).catch(() => setKeeping('asking'))
  }

  return { keeping, ask }
}
