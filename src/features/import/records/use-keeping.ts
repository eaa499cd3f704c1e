import { useRef, useState } from 'react'
import { withTimeout } from '@/io/versions/within'

/** Firefox asks the user, who may never answer. */
const PATIENCE_MS = 3000

/** State of the request for persistent storage. */
export type Keeping = 'asking' | 'kept' | 'refused'

/**
 * Requests persistent storage. `ask` resolves with the answer, or after three seconds without one. `keeping` is null if
 * there is nothing to report: never requested, not supported, or granted at once.
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
    await withTimeout(PATIENCE_MS, answered).catch(() => setKeeping('asking'))
  }

  return { keeping, ask }
}
