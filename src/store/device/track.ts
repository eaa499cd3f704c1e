import type { Fix } from '@/domain/field/fix'
import { distanceMetres } from '@/domain/geodesy/distance'
import { type Position, refusePositions } from '@/domain/geodesy/position'
import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import { useFix } from './fix'
import { createPersistedStore, listOf } from './persisted-store'

/** Steps shorter than this, and positions less accurate than this, are not recorded. */
const STEP_METRES = 25
const POOR_METRES = 50
/** Below this battery level, unless charging, the track is no longer recorded. */
const LOW_BATTERY = 0.2

interface Track {
  /** Whether the track is recorded; only if the user asked for it. */
  readonly on: boolean
  readonly points: readonly Position[]
  setOn(on: boolean): void
  add(point: Position): void
  clear(): void
}

interface Battery {
  readonly level: number
  readonly charging: boolean
}

const position = z.tuple([z.number(), z.number()]).refine((at) => refusePositions([at]) === null)

/** The track of the day. It stays on this device: no bundle contains it, and the user deletes it. */
export const useTrack = createPersistedStore<Track>(
  nameForCity('chentu-track'),
  { on: z.boolean(), points: listOf<Position>(position) },
  (set, get) => ({
    on: false,
    points: [],
    setOn: (on) => set({ on }),
    add: (point) => set({ points: [...get().points, point] }),
    clear: () => set({ points: [] }),
  }),
)

/** Adds a position that is accurate enough and far enough from the last. */
export function addToTrack({ position, accuracyMetres }: Fix): void {
  const { on, points, add } = useTrack.getState()
  const last = points.at(-1)
  if (!on || accuracyMetres > POOR_METRES || (last && distanceMetres(last, position) < STEP_METRES)) return
  add(position)
}

/** Records the device's position until the returned function is called. */
export function followTrack(): () => void {
  let battery: Battery | null = null
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> }
  getBattery?.call(navigator).then(
    (found) => {
      battery = found
    },
    // If the device does not report its battery level, it is assumed to be sufficient.
    () => undefined,
  )
  return useFix.subscribe(({ fix }, before) => {
    const low = battery !== null && !battery.charging && battery.level < LOW_BATTERY
    if (fix && fix !== before.fix && !low) addToTrack(fix)
  })
}
