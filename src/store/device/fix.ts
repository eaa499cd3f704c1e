import { doubtOf, type Fix, type FixDoubt, headingOf } from '@/domain/field/fix'
import { isStandingStill, type StandingPlace, updateStandingPlace } from '@/domain/field/standing-place'
import { refusePositions } from '@/domain/geodesy/position'
import { z } from '@/io/zod'
import { createPersistedStore } from './persisted-store'

interface FixState {
  /** The last position reported by the device; kept, since without a new one it is the best available. */
  readonly fix: Fix | null
  /** When it was received, by this machine's clock: the position's own time may be that of the satellites. */
  readonly toldAt: number
  readonly doubt: FixDoubt | null
  /** Whether the user wants positions: continues after a reload without asking again. */
  readonly follows: boolean
  readonly state: 'idle' | 'locating' | 'following' | 'denied' | 'insecure'
  /** The positions of the last seconds, oldest first: a place is marked by their mean. */
  readonly recent: readonly Fix[]
  /** Follows the device until `stop`; sensors pause while the page is hidden or the user does not move. */
  start(): void
  stop(): void
  /** Pauses the sensors until `start`, without changing `follows`: another screen is shown. */
  pause(): void
  /** Requests every position, even if the user does not move, until the returned function is called. */
  needAll(): () => void
}

/** How often the position is requested while the user stands still. */
export const STILL_POLL_MS = 30_000
const RECENT = 20
const RECENT_MS = 10_000
const PRECISE = { enableHighAccuracy: true, maximumAge: 2000, timeout: 20_000 }

/** Degrees from north by the device's compass; null if not available. */
function compassDegrees(event: DeviceOrientationEvent & { readonly webkitCompassHeading?: number }): number | null {
  if (event.webkitCompassHeading !== undefined) return event.webkitCompassHeading
  return event.absolute && event.alpha !== null ? (360 - event.alpha) % 360 : null
}

/** The compass changes with every step; the screen only needs multiples of this many degrees. */
const COMPASS_STEP = 5

const fix: z.ZodType<Fix> = z.object({
  position: z.tuple([z.number(), z.number()]).refine((at) => refusePositions([at]) === null),
  accuracyMetres: z.number().nonnegative(),
  headingDegrees: z.number().nullable(),
  at: z.number(),
})

export const useFix = createPersistedStore<FixState>(
  'chentu-fix',
  { fix: fix.nullable(), toldAt: z.number(), follows: z.boolean() },
  (set, get) => {
    let watch: number | null = null
    let poll: ReturnType<typeof setTimeout> | null = null
    let standing: StandingPlace | null = null
    /** Number of callers that need every position. */
    let needs = 0

    const turn = (event: Event) => {
      const { fix, state } = get()
      const heading = compassDegrees(event as DeviceOrientationEvent)
      if (!fix || heading === null || state !== 'following') return
      if (Math.abs(heading - (fix.headingDegrees ?? Number.POSITIVE_INFINITY)) < COMPASS_STEP) return
      set({ fix: { ...fix, headingDegrees: heading } })
    }
    const rest = () => {
      if (watch !== null) navigator.geolocation.clearWatch(watch)
      if (poll !== null) clearTimeout(poll)
      watch = poll = null
    }
    const take = ({ coords, timestamp }: GeolocationPosition) => {
      const before = get().fix
      const fix: Fix = {
        position: [coords.longitude, coords.latitude],
        accuracyMetres: coords.accuracy,
        headingDegrees: coords.heading !== null && !Number.isNaN(coords.heading) ? coords.heading : null,
        at: timestamp,
      }
      const told = { ...fix, headingDegrees: headingOf(before, fix) }
      const recent = [...get().recent, told].filter(({ at }) => told.at - at <= RECENT_MS).slice(-RECENT)
      set({ fix: told, recent, toldAt: Date.now(), doubt: doubtOf(before, fix), state: 'following' })
      standing = updateStandingPlace(standing, told, Date.now())
    }
    const fail = (error: GeolocationPositionError) => {
      if (error.code === error.PERMISSION_DENIED) {
        get().stop()
        set({ state: 'denied' })
      } else set({ state: 'locating' })
    }
    const stands = () => needs === 0 && standing !== null && isStandingStill(standing, Date.now())
    /** While the user stands still, single positions are requested, so that the receiver can sleep in between. */
    const askLater = () => {
      const own = setTimeout(() => {
        const next = (then: () => void) => {
          // Meanwhile it may have been stopped, or every position may be needed.
          if (poll !== own) return
          poll = null
          then()
          if (stands()) askLater()
          else look()
        }
        navigator.geolocation.getCurrentPosition(
          (position) => next(() => take(position)),
          (error) => next(() => fail(error)),
          PRECISE,
        )
      }, STILL_POLL_MS)
      poll = own
    }
    const look = () => {
      if (watch !== null || poll !== null || document.visibilityState !== 'visible') return
      watch = navigator.geolocation.watchPosition(
        (position) => {
          take(position)
          if (!stands()) return
          rest()
          askLater()
        },
        fail,
        PRECISE,
      )
    }
    const wake = () => {
      standing = null
      rest()
      look()
    }
    const followSight = () => (document.visibilityState === 'visible' ? wake() : rest())
    const listen = (to: 'addEventListener' | 'removeEventListener') => {
      document[to]('visibilitychange', followSight)
      window[to]('deviceorientationabsolute', turn)
      window[to]('deviceorientation', turn)
    }
    let listens = false

    return {
      fix: null,
      toldAt: 0,
      follows: false,
      doubt: null,
      state: 'idle',
      recent: [],
      start() {
        if (listens) return
        if (!window.isSecureContext) return set({ state: 'insecure' })
        if (!navigator.geolocation) return set({ state: 'denied' })
        set({ state: 'locating', follows: true })
        listens = true
        listen('addEventListener')
        wake()
      },
      stop() {
        get().pause()
        set({ follows: false })
      },
      pause() {
        rest()
        if (listens) listen('removeEventListener')
        listens = false
        standing = null
        set({ state: 'idle', recent: [] })
      },
      needAll() {
        needs++
        if (listens) wake()
        return () => {
          needs--
        }
      },
    }
  },
)
