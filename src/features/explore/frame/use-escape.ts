import { useEffect } from 'react'
import { useMapTool } from '@/store/page/map-tool'

/** Here Escape belongs to something else. */
const OWN_ESCAPE =
  'input, textarea, select, dialog, [role="dialog"], [role="menu"], [role="listbox"], [data-panel="table"]'

/** Calls at Escape as long as it is active, unless the key belongs to what has the focus, or to a tool in hand. */
export function useEscape(isActive: boolean, leave: () => void): void {
  useEffect(() => {
    if (!isActive) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || useMapTool.getState().tool !== 'pan') return
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE)) return
      // Whoever hears of it too has nothing more to leave.
      event.preventDefault()
      leave()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isActive, leave])
}
