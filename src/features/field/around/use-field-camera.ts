import { create } from 'zustand'
import type { Position } from '@/domain/geodesy/position'
import { isSameCamera } from '@/map/instance/same-camera'
import type { Camera } from '@/store/view/view'

/** Near enough to tell one site from the next. */
export const NEAR_ZOOM = 15

interface FieldCamera {
  /** Null: the round, or what is in range, is to be fitted. */
  readonly camera: Camera | null
  /** Whether a new position moves the map. */
  readonly follows: boolean
  /** The map is to show this. */
  ask(camera: Camera): void
  /** The map shows this; where nobody has asked for it, a hand has moved it and it follows no longer. */
  report(camera: Camera): void
  /** Goes where the tablet is and along with it. */
  follow(position: Position): void
  /** Shows a place, and stays there. */
  lookAt(position: Position): void
  /** Fits the round, or what is in range, once more. */
  refit(): void
}

/** Where the field's map looks: kept while another part of the screen is shown, free of the position unless it follows. */
export const useFieldCamera = create<FieldCamera>()((set, get) => ({
  camera: null,
  follows: false,
  ask: (camera) => set({ camera }),
  report(camera) {
    const { camera: asked } = get()
    if (!asked || !isSameCamera(asked, camera)) set({ camera, follows: false })
  },
  follow([lon, lat]) {
    const zoom = Math.max(get().camera?.zoom ?? NEAR_ZOOM, NEAR_ZOOM)
    set({ camera: { lon, lat, zoom }, follows: true })
  },
  lookAt: ([lon, lat]) => set({ camera: { lon, lat, zoom: NEAR_ZOOM + 1 }, follows: false }),
  refit: () => set({ camera: null, follows: false }),
}))
