import { useEffect } from 'react'
import { useMapTool } from '@/store/page/map-tool'

/** Elements that handle Escape themselves. */
const OWN_ESCAPE =
  'input, textarea, select, dialog, [role="dialog"], [role="menu"], [role="listbox"], [data-panel="table"]'

/** Calls `leave` on Escape while active, unless the focused element or a map tool handles the key. */
export function useEscape(isActive: boolean, leave: () => void): void {
  useEffect(() => {
    if (!isActive) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || useMapTool.getState().tool !== 'pan') return
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE)) return
      // Keeps other listeners from handling the same key.
      event.preventDefault()
      leave()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isActive, leave])
}
