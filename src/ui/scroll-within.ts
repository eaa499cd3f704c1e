/**
 * Scrolls an element into view within its pane only. The native `scrollIntoView` also scrolls the pane's ancestors, so
 * that their content jumps.
 */
export function scrollWithin(element: HTMLElement, block: 'start' | 'nearest'): void {
  const pane = paneOf(element)
  if (!pane) return
  const [own, view] = [element.getBoundingClientRect(), pane.getBoundingClientRect()]
  if (block === 'start' || own.top < view.top) pane.scrollTop += own.top - view.top
  else if (own.bottom > view.bottom) pane.scrollTop += Math.min(own.bottom - view.bottom, own.top - view.top)
}

function paneOf({ parentElement }: HTMLElement): HTMLElement | null {
  for (let each = parentElement; each; each = each.parentElement)
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each
  return null
}
