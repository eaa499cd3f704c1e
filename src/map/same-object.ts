import { useRef } from 'react'
import { shallow } from 'zustand/shallow'

/** The object of an earlier render as long as every value in it is the same: one thing to depend on instead of a list. */
export function useSameObject<T extends object>(object: T): T {
  const last = useRef(object)
  if (!shallow(last.current, object)) last.current = object
  return last.current
}
