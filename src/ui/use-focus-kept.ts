import { type RefObject, useEffect, useRef } from 'react'

/**
 * Focuses an element if the focus was lost with its previous content, e.g. a form saved by Enter; otherwise the next
 * key press would start at the top of the page. An existing focus is kept.
 * @param turn value that changes when the content is replaced
 */
export function useFocusKept<E extends HTMLElement>(turn: unknown): RefObject<E | null> {
  const element = useRef<E>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` changes when the focus may have been lost
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true })
  }, [turn])
  return element
}
