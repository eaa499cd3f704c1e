import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Parts that overlay the page or are invisible, so that they need no room in the row. */
const WITHOUT_ROOM = '[role="listbox"], [role="status"], dialog'

const needsRoom = ({ target }: MutationRecord): boolean =>
  (target instanceof Element ? target : target.parentElement)?.closest(WITHOUT_ROOM) == null

/** Whether the row's content fits. Overflowing parts such as a result list overlay the page and need no room. */
function fits(row: HTMLElement): boolean {
  const { right } = row.getBoundingClientRect()
  return (
    (row.lastElementChild?.getBoundingClientRect().right ?? 0) <=
    right - Number.parseFloat(getComputedStyle(row).paddingRight) + 1
  )
}

/**
 * Folds a row by as few steps as needed for it to fit, whatever the window width, language, font size and content. The
 * applied steps are in its `data-folded`, which style sheets use.
 */
export function useFold<Row extends HTMLElement>(steps: readonly string[]): RefObject<Row | null> {
  const row = useRef<Row>(null)
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const fold = () => {
      for (let taken = 0; taken <= steps.length; taken++) {
        element.dataset.folded = steps.slice(0, taken).join(' ')
        if (fits(element)) return
      }
    }
    fold()
    const width = new ResizeObserver(fold)
    width.observe(element)
    const content = new MutationObserver((changes) => {
      if (changes.some(needsRoom)) fold()
    })
    content.observe(element, { childList: true, characterData: true, subtree: true })
    document.fonts.addEventListener('loadingdone', fold)
    return () => {
      width.disconnect()
      content.disconnect()
      document.fonts.removeEventListener('loadingdone', fold)
    }
  }, [steps])
  return row
}
