import { useEffect, useState } from 'react'

/** How long the first press stays valid. */
const WAITS_MS = 4000

/**
 * Runs an action on the second press within a few seconds, so that an accidental press does nothing. `isWaiting` is
 * true after the first press.
 */
export function useSecondPress(run: () => void) {
  const [isWaiting, setWaiting] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setWaiting(false), WAITS_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return {
    isWaiting,
    press() {
      setWaiting(!isWaiting)
      if (isWaiting) run()
    },
  }
}
