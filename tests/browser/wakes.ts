import type { BrowserContext, Page } from 'playwright-core'

/** Causes that woke a page up. */
export interface Wakes {
  readonly timers: number
  readonly frames: number
  /** Positions that the receiver computed: one a second while watched, one when requested. */
  readonly positions: number
  /** Number and size of writes to the device. */
  readonly writes: number
  readonly characters: number
}

const NOTHING: Wakes = { timers: 0, frames: 0, positions: 0, writes: 0, characters: 0 }

type Counted = Window & {
  wakes: { -readonly [What in keyof Wakes]: number }
  /** Metres a second to the north. */
  pace: number
  hide(hidden: boolean): void
}

/**
 * Counts what wakes the pages of a context: timers and frames of a clock that the test moves on, and a receiver that
 * reports its position each second while watched. Workers only answer questions and have no clock.
 */
export async function countWakes(context: BrowserContext): Promise<void> {
  await context.clock.install()
  await context.addInitScript((nothing) => {
    const counted = window as unknown as Counted
    counted.wakes = { ...nothing }
    counted.pace = 0
    const { setTimeout, setInterval, requestAnimationFrame } = window
    const count =
      <Given extends unknown[]>(what: keyof Wakes, act: (...given: Given) => void) =>
      (...given: Given) => {
        counted.wakes[what]++
        act(...given)
      }
    // Timers that are due at once are part of the current action.
    window.setTimeout = ((act: () => void, ms = 0, ...given: []) =>
      setTimeout(ms > 0 ? count('timers', act) : act, ms, ...given)) as typeof window.setTimeout
    window.setInterval = ((act: () => void, ms = 0, ...given: []) =>
      setInterval(count('timers', act), ms, ...given)) as typeof window.setInterval
    window.requestAnimationFrame = (act) => requestAnimationFrame(count('frames', act))
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, value) {
      counted.wakes.writes++
      counted.wakes.characters += value.length
      setItem.call(this, key, value)
    }
    let latitude = 34.3296
    let told = Date.now()
    const tell = (to: PositionCallback) => {
      counted.wakes.positions++
      const timestamp = Date.now()
      latitude += (counted.pace * (timestamp - told)) / 1000 / 111_000
      told = timestamp
      const coords = { longitude: 108.7089, latitude, accuracy: 12, heading: null }
      to({ coords, timestamp } as unknown as GeolocationPosition)
    }
    const receiver = {
      watchPosition: (to: PositionCallback) => setInterval(() => tell(to), 1000),
      clearWatch: (watch: number) => clearInterval(watch),
      getCurrentPosition: (to: PositionCallback) => tell(to),
    }
    Object.defineProperty(navigator, 'geolocation', { value: receiver })
    let sight: DocumentVisibilityState = 'visible'
    Object.defineProperty(document, 'visibilityState', { get: () => sight })
    counted.hide = (hidden) => {
      sight = hidden ? 'hidden' : 'visible'
      document.dispatchEvent(new Event('visibilitychange'))
    }
  }, NOTHING)
}

/** From now on the receiver moves north by this many metres a second. */
export const moveReceiver = (page: Page, pace: number) =>
  page.evaluate((pace) => {
    ;(window as unknown as Counted).pace = pace
  }, pace)

/** What wakes an untouched page within this many minutes. */
export async function wakesWhileIdle(page: Page, minutes: number): Promise<Wakes> {
  await page.evaluate((nothing) => {
    Object.assign((window as unknown as Counted).wakes, nothing)
  }, NOTHING)
  for (let minute = 0; minute < minutes; minute++) await page.clock.runFor(60_000)
  return page.evaluate(() => (window as unknown as Counted).wakes)
}

/** As when the screen goes off, or on again. */
export const setScreenOff = (page: Page, hidden: boolean) =>
  page.evaluate((hidden) => (window as unknown as Counted).hide(hidden), hidden)
