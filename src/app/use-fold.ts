import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Whether all of a row stands within it. What hangs out of its parts, as a list of results, lies over the page and needs no room. */
function fits(row: HTMLElement): boolean {
  const { right } = row.getBoundingClientRect()
  return (
    (row.lastElementChild?.getBoundingClientRect().right ?? 0) <=
    right - Number.parseFloat(getComputedStyle(row).paddingRight) + 1
  )
}

/**
 * Folds a row by as many of some steps as it takes for all of it to fit, whatever the width of the window, the language, the size of
 * letters and what stands in it. Steps that are taken stand in its `data-folded`, by which a style sheet does them.
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
    const content = new MutationObserver(fold)
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
