import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { destination } from '@/domain/geodesy/distance'
import { STILL_POLL_MS, useFix } from '@/store/device/fix'

/** A receiver that reports its position each second while watched, and once when requested. */
class Receiver {
  wakeUps = 0
  metres = 0
  /** Metres a second. */
  speed = 0
  watched: ReturnType<typeof setInterval> | null = null

  private tell(to: PositionCallback) {
    this.wakeUps++
    const [longitude, latitude] = destination([108.7, 34.3], 90, this.metres)
    to({ coords: { longitude, latitude, accuracy: 8, heading: null }, timestamp: Date.now() } as GeolocationPosition)
  }

  watchPosition = (to: PositionCallback) => {
    this.watched = setInterval(() => {
      this.metres += this.speed
      this.tell(to)
    }, 1000)
    return 1
  }

  clearWatch = () => {
    if (this.watched) clearInterval(this.watched)
    this.watched = null
  }

  getCurrentPosition = (to: PositionCallback) => this.tell(to)

  /** How often the receiver woke within the next minute. */
  ofAMinute() {
    const before = this.wakeUps
    vi.advanceTimersByTime(60_000)
    return this.wakeUps - before
  }
}

let receiver: Receiver
let sight: 'visible' | 'hidden'
beforeEach(() => {
  vi.useFakeTimers()
  receiver = new Receiver()
  sight = 'visible'
  vi.stubGlobal('navigator', { geolocation: receiver })
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true })
  Object.defineProperty(document, 'visibilityState', { get: () => sight, configurable: true })
})
afterEach(() => {
  useFix.getState().stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function look(at: 'visible' | 'hidden') {
  sight = at
  document.dispatchEvent(new Event('visibilitychange'))
}

it('requests a position each second while walking, twice a minute while standing, and at once when walking resumes', () => {
  useFix.getState().start()
  receiver.speed = 1.2
  expect(receiver.ofAMinute()).toBe(60)
  expect(receiver.ofAMinute()).toBe(60)
  receiver.speed = 0
  receiver.ofAMinute()
  receiver.ofAMinute()
  expect(receiver.ofAMinute()).toBe(60_000 / STILL_POLL_MS)
  expect(useFix.getState().state).toBe('following')
  // Driving off: the next request notices it, and every position is reported again.
  receiver.metres += 200
  receiver.ofAMinute()
  expect(receiver.watched).not.toBeNull()
  expect(receiver.ofAMinute()).toBeGreaterThan(25)
})

it('stops when the screen is off or another part of the app is shown, and resumes by itself', () => {
  useFix.getState().start()
  receiver.ofAMinute()
  look('hidden')
  expect(receiver.ofAMinute()).toBe(0)
  look('visible')
  expect(receiver.ofAMinute()).toBeGreaterThan(0)
  useFix.getState().pause()
  expect(receiver.ofAMinute()).toBe(0)
  look('visible')
  expect(receiver.ofAMinute()).toBe(0)
  expect(useFix.getState().follows).toBe(true)
  useFix.getState().start()
  expect(receiver.ofAMinute()).toBeGreaterThan(0)
})

it('uses every position while walking around a site, however slowly', () => {
  useFix.getState().start()
  receiver.ofAMinute()
  receiver.ofAMinute()
  const enough = useFix.getState().needAll()
  expect(receiver.ofAMinute()).toBe(60)
  expect(receiver.ofAMinute()).toBe(60)
  enough()
  receiver.ofAMinute()
  expect(receiver.ofAMinute()).toBeLessThan(5)
})

it('keeps the positions of the last ten seconds', () => {
  useFix.getState().start()
  receiver.ofAMinute()
  const { recent } = useFix.getState()
  expect(recent.length).toBeGreaterThan(8)
  expect(recent.at(-1)!.at - recent[0]!.at).toBeLessThanOrEqual(10_000)
})
