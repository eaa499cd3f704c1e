import { useEffect, useState } from 'react'
import type { LiveMap } from '@/map/engine/live-map'

/** A point in the map's window, in pixels. */
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
/** At this distance from the edge the map moves under the cross instead of the cross on the map. */
const EDGE_PIXELS = 16
/** Id of the part of the screen filled by one or two maps. */
const MAP_ID = 'map'

const isPress = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '

/** Dispatches a synthetic pointer event at a point to the map and the tool on it. */
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
 * Drawing by keyboard: while the map has focus and a tool is active, arrows move a cross and Enter or Space presses
 * there. Returns the cross's position; null if it is not shown. The element that contains the maps can have the focus
 * too; of two maps, the one that `leads` is drawn on.
 */
export function useKeyboardCross(map: LiveMap, isDrawing: boolean, leads: boolean): Place | null {
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
      // Only for keyboard focus: a press on the map focuses it too, but has its own pointer.
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
      // With no cross shown, the user draws with a pointer, and Enter ends the line or area.
      if (!arrow && !(isShown && isPress(event))) return
      // Otherwise the map itself would move.
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
    // To the drawing tool, Enter would mean the end of the drawing.
    const release = (event: KeyboardEvent) => {
      if (isShown && isPress(event) && isOn(event.target)) event.stopPropagation()
    }
    const active = document.activeElement
    if (isOn(active) && active!.matches(':focus-visible')) put(middle())
    document.addEventListener('focusin', focus)
    document.addEventListener('focusout', blur)
    // Captured before the map's own key handlers.
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
