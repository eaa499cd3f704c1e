import { useRef } from 'react'
import { shallow } from 'zustand/shallow'

/** Returns the previous render's object while all its values are the same, to be used as a single dependency. */
export function useSameObject<T extends object>(object: T): T {
  const last = useRef(object)
  if (!shallow(last.current, object)) last.current = object
  return last.current
}
