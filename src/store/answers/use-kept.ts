import { useState } from 'react'

/**
 * An answer, or the last one while the next is on its way: old then, and drawn dimmed, so that nothing moves meanwhile. An old one is
 * of what was asked before: where its figures need words or limits of that, it has to say what it is of.
 */
export function useKept<T>(found: T | null): { readonly value: T | null; readonly isOld: boolean } {
  const [last, setLast] = useState(found)
  if (found !== null && found !== last) setLast(found)
  return { value: found ?? last, isOld: found === null && last !== null }
}
