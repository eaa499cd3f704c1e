import type { Collection } from 'ol'
import { defaults } from 'ol/interaction/defaults'
import type Interaction from 'ol/interaction/Interaction'
import type { MapMove } from '@/map/engine/live-map'

const ZOOM_MS = 200

/** What a hand does with the map: drags it, zooms it by wheel, fingers and keys. It can't be turned: north stays up. */
export function handling(): Collection<Interaction> {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  return defaults({
    altShiftDragRotate: false,
    pinchRotate: false,
    zoomDuration: isStill ? 0 : ZOOM_MS,
    ...(isStill && { kinetic: undefined as never }),
  })
}

const HANDS = ['pointerdown', 'wheel', 'keydown', 'dblclick'] as const

/** Remembers what a hand did last to a map, until the move that comes of it is over. */
export function keepHand(element: HTMLElement) {
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
