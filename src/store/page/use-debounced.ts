import { useEffect, useState } from 'react'

/** Debounce time while the user types. */
const TYPING_MS = 250

/** The value once it has been stable for a moment (debounced). */
export function useDebounced<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
