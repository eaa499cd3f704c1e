import { useEffect, useRef } from 'react'

/** Elements in which a key types something or already does something. */
const TAKEN = 'input, textarea, select, dialog[open]'

/** Runs the action of a key while a scene is shown; keys typed into a field are ignored. */
export function useSceneKeys(keys: readonly (readonly [key: string, run: () => void])[]): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(TAKEN)) return
      const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const run = latest.current.find(([key]) => key === pressed)?.[1]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
