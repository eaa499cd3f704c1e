import type { Collection } from 'ol'
import { defaults } from 'ol/interaction/defaults'
import type Interaction from 'ol/interaction/Interaction'
import type { MapMove } from '@/map/engine/live-map'

const ZOOM_MS = 200

/** User interactions: dragging, and zooming by wheel, fingers and keys. No rotation: north stays up. */
export function mapInteractions(): Collection<Interaction> {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  return defaults({
    altShiftDragRotate: false,
    pinchRotate: false,
    zoomDuration: isStill ? 0 : ZOOM_MS,
    ...(isStill && { kinetic: undefined as never }),
  })
}

const HANDS = ['pointerdown', 'wheel', 'keydown', 'dblclick'] as const

/** Remembers the user's last input event on a map until the move it causes has ended. */
export function rememberInput(element: HTMLElement) {
  let last: Event | null = null
  for (const type of HANDS)
    element.addEventListener(
      type,
      (event) => {
        last = event
      },
      { capture: true, passive: true },
    )
  return {
    take: (event: Event) => {
      last = event
    },
    clear: () => {
      last = null
    },
    event: (): MapMove => (last ? { originalEvent: last } : {}),
  }
}
