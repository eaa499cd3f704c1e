import { create } from 'zustand'
import type { Position } from '@/domain/geodesy/position'
import { isSameCamera } from '@/map/instance/same-camera'
import type { Camera } from '@/store/view/view'

/** Zoom at which neighbouring sites can be told apart. */
export const NEAR_ZOOM = 15

interface FieldCamera {
  /** Null requests fitting to the round, or to the range. */
  readonly camera: Camera | null
  /** Whether the map follows the tablet's position. */
  readonly follows: boolean
  /** Asks the map to show this. */
  ask(camera: Camera): void
  /** Reports what the map shows. If it was not asked for, the user moved the map and following ends. */
  report(camera: Camera): void
  /** Moves to the tablet's position and follows it. */
  follow(position: Position): void
  /** Shows a place without following. */
  lookAt(position: Position): void
  /** Fits the round, or the range, again. */
  refit(): void
}

/** Camera of the field map. Survives switching tabs, and ignores the tablet's position unless it follows it. */
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
