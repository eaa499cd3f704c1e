import { type RefCallback, useCallback } from 'react'
import { isHistoryStep } from '@/store/view/address'

/** How far each pane was scrolled when it was left. */
const places = new Map<string, number>()

/**
 * A ref for a scrolling pane of a screen that is taken down when another opens: after a step back to it, the pane is
 * where it was left; opened by a choice, it starts at the top.
 */
export function useScrollPlace(pane: string): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (!element) return
      const wanted = isHistoryStep() ? (places.get(pane) ?? 0) : 0
      const keep = () => void places.set(pane, element.scrollTop)
      const restore = () => {
        if (element.scrollTop < wanted) element.scrollTop = wanted
        if (element.scrollTop >= wanted) grown.disconnect()
      }
      // The pane reaches its former height only when what it lists has been read.
      const grown = new ResizeObserver(restore)
      for (const child of element.children) grown.observe(child)
      restore()
      element.addEventListener('scroll', keep, { passive: true })
      // Whoever scrolls before that is no longer moved.
      const release = () => grown.disconnect()
      for (const event of ['wheel', 'pointerdown', 'keydown'] as const) element.addEventListener(event, release)
      return () => {
        release()
        element.removeEventListener('scroll', keep)
        for (const event of ['wheel', 'pointerdown', 'keydown'] as const) element.removeEventListener(event, release)
      }
    },
    [pane],
  )
}
