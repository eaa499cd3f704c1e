import { useEffect, useRef } from 'react'
import { isBehindDialog } from '@/ui/behind-dialog'
import { useScene } from './scene-context'

/** Elements that handle keys themselves. The black screen is excluded, so that keys still work there. */
const TAKEN =
  'input, textarea, select, dialog[open]:not([data-black]), [role="listbox"], [role="menu"], [role="dialog"]'
/** Elements that Space and Enter activate. */
const PRESSED = 'button, a[href], summary, [role="button"]'

/** Runs the action of a key while the scene is shown; ignores keys typed into a field. */
export function useSceneKeys(keys: readonly (readonly [key: string, run: () => void])[]): void {
  const { ahead } = useScene()
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (ahead) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const { key, target } = event
      // A held Escape only leaves full screen.
      if (key === 'Escape' && event.repeat) return
      if (isBehindDialog(event) || (target instanceof Element && target.closest(TAKEN))) return
      if ((key === ' ' || key === 'Enter') && target instanceof Element && target.closest(PRESSED)) return
      const pressed = key.length === 1 ? key.toLowerCase() : key
      const run = latest.current.find(([of]) => of === pressed)?.[1]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [ahead])
}
