import { type RefObject, useEffect, useRef } from 'react'

/** Whether no element of the page has the focus, e.g. because the pressed one is gone. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Focuses an element if the focus was lost; if it can't take the focus, the screen gets it. Otherwise the next key
 * press would start at the top of the page, with nothing that shows where. An existing focus is kept.
 */
export function regainFocus(element: Element | null): void {
  for (const each of [element, document.getElementById('main')])
    if (isFocusLost() && each instanceof HTMLElement) each.focus({ preventScroll: true })
}

/**
 * Focuses an element if the focus was lost with its previous content, e.g. a form saved by Enter.
 * @param turn value that changes when the content is replaced
 */
export function useFocusKept<E extends HTMLElement>(turn: unknown): RefObject<E | null> {
  const element = useRef<E>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` changes when the focus may have been lost
  useEffect(() => {
    if (element.current) regainFocus(element.current)
  }, [turn])
  return element
}
