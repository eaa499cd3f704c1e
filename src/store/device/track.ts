import type { Fix } from '@/domain/field/fix'
import { distanceMetres } from '@/domain/geodesy/distance'
import { type Position, refusePositions } from '@/domain/geodesy/position'
import { z } from '@/io/zod'
import { ofThisCity } from '@/ledger/records-name'
import { useFix } from './fix'
import { createKept, listOf } from './kept'

/** Steps shorter than this, and positions worse than that, say nothing of a way. */
const STEP_METRES = 25
const POOR_METRES = 50
/** Below this share of a battery that is not being charged the way is no longer written down. */
const LOW_BATTERY = 0.2

interface Track {
  /** Whether the way is written down; only when its owner asked for it. */
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

/** The way of the day. It stays on this device: no bundle carries it, and its owner deletes it. */
export const useTrack = createKept<Track>(
  ofThisCity('chentu-track'),
  { on: z.boolean(), points: listOf<Position>(position) },
  (set, get) => ({
    on: false,
    points: [],
    setOn: (on) => set({ on }),
    add: (point) => set({ points: [...get().points, point] }),
    clear: () => set({ points: [] }),
  }),
)

/** Writes down a position that is far enough from the last and good enough. */
export function addToTrack({ position, accuracyMetres }: Fix): void {
  const { on, points, add } = useTrack.getState()
  const last = points.at(-1)
  if (!on || accuracyMetres > POOR_METRES || (last && distanceMetres(last, position) < STEP_METRES)) return
  add(position)
}

/** Follows the device's position until the answer is called. */
export function followTrack(): () => void {
  let battery: Battery | null = null
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> }
  getBattery?.call(navigator).then(
    (found) => {
      battery = found
    },
    // A device that does not tell how full its battery is is taken to have enough.
    () => undefined,
  )
  return useFix.subscribe(({ fix }, before) => {
    const low = battery !== null && !battery.charging && battery.level < LOW_BATTERY
    if (fix && fix !== before.fix && !low) addToTrack(fix)
  })
}
