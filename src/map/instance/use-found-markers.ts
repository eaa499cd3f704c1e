import { useEffect, useRef } from 'react'
import type { FoundEvent } from '@/ledger/discovery'
import type { LiveMap } from '@/map/engine/live-map'
import classes from './markers.module.css'

/** Adds a marker for each found source that no list has; a button if `onFound` is given. */
export function useFoundMarkers(
  map: LiveMap | null,
  found: readonly FoundEvent[],
  onFound: ((found: FoundEvent) => void) | undefined,
) {
  const open = useRef(onFound)
  open.current = onFound
  const isPressed = onFound !== undefined
  useEffect(() => {
    if (!map) return
    const takeOff = found.map((each) => {
      const { body } = each
      const element = document.createElement(isPressed ? 'button' : 'div')
      element.className = classes.found!
      element.textContent = '+'
      element.title = body.target.name
      if (isPressed) {
        element.setAttribute('type', 'button')
        element.setAttribute('aria-label', body.target.name)
        element.addEventListener('click', (event) => {
          event.stopPropagation()
          open.current?.(each)
        })
      }
      return map.place(element, body.position)
    })
    return () => {
      for (const each of takeOff) each()
    }
  }, [map, found, isPressed])
}
