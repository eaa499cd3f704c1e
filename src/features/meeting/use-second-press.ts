import { useEffect, useState } from 'react'

/** So long the first press counts. */
const WAITS_MS = 4000

/** Does a thing at the second press within a few seconds: a key that is hit by chance does nothing. `isWaiting` after the first. */
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
