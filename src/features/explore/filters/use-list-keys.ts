import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

const PAGE = 8

interface ListKeys {
  /** The row in the tab order; it must be rendered wherever the list is scrolled to. */
  readonly active: number
  onKeyDown(event: KeyboardEvent): void
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
}

/**
 * Keyboard handling of a virtual list: one row is in the tab order, arrow keys, Home and End move, and the focus stays
 * in the list whatever rows are rendered. A row is an element with `data-index` that contains a button. Skip links and
 * F6 focus `frame`, which passes the focus on to the row and holds it until the row is rendered. When `of` changes, it
 * is another list and starts at its first row.
 */
export function useListKeys(
  frame: RefObject<HTMLElement | null>,
  count: number,
  of: unknown,
  scrollTo: (index: number) => void,
): ListKeys {
  const [wanted, setActive] = useState(0)
  const active = Math.max(0, Math.min(count - 1, wanted))
  /** Whether the list has the focus, which then goes to the active row once rendered. */
  const follows = useRef(false)
  const latest = useRef(active)
  latest.current = active
  const focusRow = () => {
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${latest.current}"] button`)
    const holder = row ?? frame.current
    if (document.activeElement !== holder) holder?.focus({ preventScroll: true })
  }

  const before = useRef(of)
  useEffect(() => {
    if (before.current === of) return
    before.current = of
    setActive(0)
    scrollTo(0)
  })

  // Runs after every render, since each may add or remove rows.
  useLayoutEffect(() => {
    if (document.activeElement === frame.current) follows.current = true
    if (follows.current) focusRow()
  })

  useEffect(() => {
    const { current } = frame
    const take = ({ target }: Event) => {
      if (target !== current) return
      follows.current = true
      focusRow()
    }
    current?.addEventListener('focus', take)
    return () => current?.removeEventListener('focus', take)
  })

  return {
    active,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const to: Readonly<Record<string, number>> = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        PageDown: active + PAGE,
        PageUp: active - PAGE,
        Home: 0,
        End: count - 1,
      }
      const next = to[event.key]
      if (next === undefined) return
      event.preventDefault()
      const index = Math.max(0, Math.min(count - 1, next))
      setActive(index)
      scrollTo(index)
    },
    // A row that is pressed or reached by Tab becomes the active one.
    onFocus({ target }) {
      follows.current = true
      setActive(Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? active))
    },
    // Removing a focused row fires no blur event, so the list still counts as focused.
    onBlur({ relatedTarget }) {
      if (!frame.current?.contains(relatedTarget)) follows.current = false
    },
  }
}
