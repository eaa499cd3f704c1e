import { useEffect } from 'react'

const isThere = (part: HTMLElement | null): part is HTMLElement =>
  part?.offsetParent != null && !part.closest('[inert]') && getComputedStyle(part).visibility === 'visible'

/**
 * F6 moves the focus to the next part of a screen, Shift+F6 to the previous one. Parts are element ids; missing ones
 * are skipped.
 */
export function usePartKeys(ids: readonly string[]) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      // A dialog keeps the focus.
      if (event.target instanceof Element && event.target.closest('dialog, [role="dialog"]')) return
      const parts = ids.map((id) => document.getElementById(id)).filter(isThere)
      const at = parts.findIndex((part) => part.contains(document.activeElement))
      const to = event.shiftKey ? (at < 0 ? parts.length : at) - 1 : at + 1
      event.preventDefault()
      parts[(to + parts.length) % parts.length]?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [ids])
}
