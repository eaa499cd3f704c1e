import { useState } from 'react'

/**
 * An answer, or the previous one while the next is pending: it is then old and drawn dimmed, so that nothing moves
 * meanwhile. An old answer belongs to the previous question: if its figures need words or limits of that question, the
 * answer itself must state what it is about.
 */
export function useKept<T>(found: T | null): { readonly value: T | null; readonly isOld: boolean } {
  const [last, setLast] = useState(found)
  if (found !== null && found !== last) setLast(found)
  return { value: found ?? last, isOld: found === null && last !== null }
}
