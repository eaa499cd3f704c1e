import { useEffect, useState } from 'react'
import type { LiveMap } from '@/map/engine/live-map'

/** A place in the map's window, in pixels. */
interface Place {
  readonly x: number
  readonly y: number
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const STEP_PIXELS = { coarse: 32, fine: 4 }
/** So near to its edge the map moves under the cross, not the cross on the map. */
const EDGE_PIXELS = 16
/** The part of the screen that a map, or two, fill. */
const MAP_ID = 'map'

const isPress = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '

/** Lets the map and the tool on it hear of a pointer at a place, as of one that is held by a hand. */
function point(map: LiveMap, type: 'pointermove' | 'pointerdown' | 'pointerup' | 'mousemove', { x, y }: Place) {
  const canvas = map.getCanvas()
  const { left, top } = canvas.getBoundingClientRect()
  const at = { clientX: left + x, clientY: top + y, bubbles: true, cancelable: true }
  const event =
    type === 'mousemove'
      ? new MouseEvent(type, at)
      : new PointerEvent(type, {
          ...at,
          isPrimary: true,
          pointerType: 'mouse',
          buttons: type === 'pointerdown' ? 1 : 0,
        })
  canvas.dispatchEvent(event)
}

/**
 * Draws by keys: while the focus is on the map and a tool in hand, arrows move a cross, and Enter or Space presses there. Gives the
 * place of the cross; null where none is needed. The part of the screen that a map fills can have the focus too; of two maps in it
 * one `leads`, and is drawn on.
 */
export function useKeyCross(map: LiveMap, isDrawing: boolean, leads: boolean): Place | null {
  const [cross, setCross] = useState<Place | null>(null)
  useEffect(() => {
    if (!isDrawing) return
    const container = map.getContainer()
    let at: Place | null = null
    let isShown = false
    const put = (next: Place) => {
      at = next
      isShown = true
      setCross(next)
      point(map, 'pointermove', next)
      point(map, 'mousemove', next)
    }
    const isOn = (element: EventTarget | null) =>
      element === map.getCanvas() ||
      (leads && element instanceof HTMLElement && element.id === MAP_ID && element.contains(container))
    const middle = () => map.project(map.getCenter())

    const focus = ({ target }: FocusEvent) => {
      // A press on the map gives it the focus too, and has its own pointer.
      if (isOn(target) && (target as HTMLElement).matches(':focus-visible')) put(at ?? middle())
    }
    const blur = ({ target }: FocusEvent) => {
      if (!isOn(target)) return
      isShown = false
      setCross(null)
    }
    const press = (event: KeyboardEvent) => {
      if (!isOn(event.target) || event.ctrlKey || event.altKey || event.metaKey) return
      const arrow = ARROWS[event.key]
      // Whoever draws with a pointer ends a line or an area by Enter; there is no cross to press at.
      if (!arrow && !(isShown && isPress(event))) return
      // The map itself would move.
      event.preventDefault()
      event.stopPropagation()
      const from = at ?? middle()
      if (arrow) {
        const step = event.shiftKey ? STEP_PIXELS.fine : STEP_PIXELS.coarse
        const to = { x: from.x + arrow[0] * step, y: from.y + arrow[1] * step }
        const { clientWidth, clientHeight } = container
        const within = {
          x: Math.min(clientWidth - EDGE_PIXELS, Math.max(EDGE_PIXELS, to.x)),
          y: Math.min(clientHeight - EDGE_PIXELS, Math.max(EDGE_PIXELS, to.y)),
        }
        const [beyondX, beyondY] = [to.x - within.x, to.y - within.y]
        if (beyondX !== 0 || beyondY !== 0) map.panBy([beyondX, beyondY])
        put(within)
      } else {
        put(from)
        point(map, 'pointerdown', from)
        point(map, 'pointerup', from)
      }
    }
    // To the tool on the map Enter would be the end of what is drawn.
    const release = (event: KeyboardEvent) => {
      if (isShown && isPress(event) && isOn(event.target)) event.stopPropagation()
    }
    const active = document.activeElement
    if (isOn(active) && active!.matches(':focus-visible')) put(middle())
    document.addEventListener('focusin', focus)
    document.addEventListener('focusout', blur)
    // Before the map's own keys.
    document.addEventListener('keydown', press, { capture: true })
    document.addEventListener('keyup', release, { capture: true })
    return () => {
      setCross(null)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('focusout', blur)
      document.removeEventListener('keydown', press, { capture: true })
      document.removeEventListener('keyup', release, { capture: true })
    }
  }, [map, isDrawing, leads])
  return cross
}
