import { doubtOf, type Fix, type FixDoubt, headingOf } from '@/domain/field/fix'
import { refusePositions } from '@/domain/geodesy/position'
import { z } from '@/io/zod'
import { createKept } from './kept'

interface FixState {
  /** The last position that the device gave; kept, as without a new one it is the best there is. */
  readonly fix: Fix | null
  readonly doubt: FixDoubt | null
  readonly state: 'idle' | 'locating' | 'following' | 'denied' | 'insecure'
  /** Follows the device until `stop`; the sensors rest while nobody looks. */
  start(): void
  stop(): void
}

/** Degrees from north by the compass of the device, where it tells them. */
function compassDegrees(event: DeviceOrientationEvent & { readonly webkitCompassHeading?: number }): number | null {
  if (event.webkitCompassHeading !== undefined) return event.webkitCompassHeading
  return event.absolute && event.alpha !== null ? (360 - event.alpha) % 360 : null
}

/** The compass turns with every step; the screen needs it in steps of so many degrees. */
const COMPASS_STEP = 5

const fix: z.ZodType<Fix> = z.object({
  position: z.tuple([z.number(), z.number()]).refine((at) => refusePositions([at]) === null),
  accuracyMetres: z.number().nonnegative(),
  headingDegrees: z.number().nullable(),
  at: z.number(),
})

export const useFix = createKept<FixState>('chentu-fix', { fix: fix.nullable() }, (set, get) => {
  let watch: number | null = null

  const turn = (event: Event) => {
    const { fix, state } = get()
    const heading = compassDegrees(event as DeviceOrientationEvent)
    if (!fix || heading === null || state !== 'following') return
    if (Math.abs(heading - (fix.headingDegrees ?? Number.POSITIVE_INFINITY)) < COMPASS_STEP) return
    set({ fix: { ...fix, headingDegrees: heading } })
  }
  const rest = () => {
    if (watch !== null) navigator.geolocation.clearWatch(watch)
    watch = null
  }
  const look = () => {
    if (watch !== null) return
    watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        const before = get().fix
        const fix: Fix = {
          position: [coords.longitude, coords.latitude],
          accuracyMetres: coords.accuracy,
          headingDegrees: coords.heading !== null && !Number.isNaN(coords.heading) ? coords.heading : null,
          at: timestamp,
        }
        const headingDegrees = headingOf(before, fix)
        set({ fix: { ...fix, headingDegrees }, doubt: doubtOf(before, fix), state: 'following' })
      },
      (error) => {
        if (error.code === error.PERMISSION_DENIED) {
          get().stop()
          set({ state: 'denied' })
        } else set({ state: 'locating' })
      },
      { enableHighAccuracy: true, maximumAge: 2000, timeout: 20_000 },
    )
  }
  const followSight = () => (document.visibilityState === 'visible' ? look() : rest())

  return {
    fix: null,
    doubt: null,
    state: 'idle',
    start() {
      if (!window.isSecureContext) return set({ state: 'insecure' })
      if (!navigator.geolocation) return set({ state: 'denied' })
      set({ state: 'locating' })
      look()
      document.addEventListener('visibilitychange', followSight)
      window.addEventListener('deviceorientationabsolute', turn)
      window.addEventListener('deviceorientation', turn)
    },
    stop() {
      rest()
      document.removeEventListener('visibilitychange', followSight)
      window.removeEventListener('deviceorientationabsolute', turn)
      window.removeEventListener('deviceorientation', turn)
      set({ state: 'idle' })
    },
  }
})
