import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useEscape } from '@/features/explore/frame/use-escape'
import { useChentu } from '@/store/chentu'
import { isFocusLost } from '@/ui/use-focus-kept'

/**
 * Moves the focus to the details when they replace the pressed element, and back to it when they close. When the
 * details change to another source, they take the focus only if it would be lost. Returns `close`, which Escape also
 * calls, and whether a row of the list opened the details.
 */
export function useDetailFocus(
  isOpen: boolean,
  card: string | number | null,
  detail: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): { readonly close: () => void; readonly isFromList: boolean } {
  /** The button pressed last, which may have opened the details. */
  const opener = useRef<HTMLElement | null>(null)
  const [isFromList, setFromList] = useState(false)
  const setView = useChentu((state) => state.setView)
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const pressed = target instanceof Element ? target.closest<HTMLElement>('main button') : null
      if (!detail.current?.contains(pressed)) opener.current = pressed
    }
    document.addEventListener('click', press, { capture: true })
    return () => document.removeEventListener('click', press, { capture: true })
  }, [detail])

  const wasOpen = useRef(isOpen)
  const wasCard = useRef(card)
  useLayoutEffect(() => {
    const isSame = card === wasCard.current
    wasCard.current = card
    if (isOpen === wasOpen.current && isSame) return
    if (isOpen && !wasOpen.current) setFromList(list.current?.contains(opener.current) ?? false)
    const { activeElement } = document
    // An element in use, such as a field or the table's rows, keeps the focus.
    const isFree = isFocusLost()
    const isOther = isOpen && wasOpen.current
    wasOpen.current = isOpen
    if (isOther) {
      if (isFree) detail.current?.focus({ preventScroll: true })
    } else if (isOpen) {
      if (isFree || activeElement === opener.current) detail.current?.focus({ preventScroll: true })
    } else if (isFree) {
      const back = opener.current?.isConnected ? opener.current : list.current
      back?.focus({ preventScroll: true })
    }
  }, [isOpen, card, detail, list])

  /** A point's card covers that of a source, so it closes first. */
  const close = useCallback(() => {
    const isPoint = useChentu.getState().view.point !== null
    setView(isPoint ? { point: null } : { selected: null })
  }, [setView])
  useEscape(isOpen, close)
  return { close, isFromList }
}
