import { type RefObject, useEffect, useRef } from 'react'

/**
 * Gives the focus to an element where it was lost with what stood there before, as a form does that was saved by Enter: else the next
 * key would begin at the top of the page. What has the focus keeps it.
 * @param turn what changes when one takes the place of another.
 */
export function useFocusKept<E extends HTMLElement>(turn: unknown): RefObject<E | null> {
  const element = useRef<E>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: turn says when it may have been lost
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true })
  }, [turn])
  return element
}
