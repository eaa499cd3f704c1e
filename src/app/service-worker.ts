import type { Offline } from '@/store/page/offline'

const SCRIPT = './sw.js'

/** How long a try may take before the next, doubled after each. What was fetched already is not fetched again. */
const FIRST_PAUSE_MS = 5000
const LONGEST_PAUSE_MS = 5 * 60_000

/** What became of the app that this window runs: a newer one waits to be let in, or another window has let it in. */
export type AppUpdate = 'waiting' | 'elsewhere'

/** Listeners for what becomes of the installed app. */
interface Listener {
  /** There is a newer app. */
  onUpdate(update: AppUpdate): void
  /** Whether this one starts without a network. */
  onOffline(offline: Offline): void
}

/**
 * Keeps the app for the days without a signal, and tells when there is a newer one. It comes only when `letIn` is called, which
 * loads this window anew; the others are told, and go on.
 *
 * One file that does not come fails the whole, and an engine may drop it with the page that began it: it is tried until the
 * app is kept, after pauses and whenever the network is back or the page is looked at again.
 */
export function followUpdates({ onUpdate, onOffline }: Listener): { letIn(): void } {
  const { serviceWorker } = navigator
  let asked = false
  // The first visit is taken over by what it has just installed: that is no update.
  let controlled = serviceWorker.controller !== null
  let registration: ServiceWorkerRegistration | null = null
  let isKept = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE_MS
  const watched = new WeakSet<EventTarget>()

  function look() {
    if (registration?.waiting && serviceWorker.controller) onUpdate('waiting')
    if (registration?.active) kept()
  }

  function kept() {
    clearTimeout(timer)
    if (!isKept) onOffline('kept')
    isKept = true
  }

  /** Hears what becomes of a worker that comes. */
  function watch(worker: ServiceWorker | null) {
    if (!worker || watched.has(worker)) return
    watched.add(worker)
    worker.addEventListener('statechange', () => {
      look()
      if (worker.state === 'redundant') failed('the install was broken off')
    })
  }

  function failed(why: unknown) {
    if (isKept) return
    console.warn('The app is not kept for a start without a network yet:', why)
    onOffline('failed')
  }

  /** After an install that failed there may be another registration than before. */
  function follow(found: ServiceWorkerRegistration) {
    registration = found
    if (!watched.has(found)) {
      watched.add(found)
      found.addEventListener('updatefound', () => watch(found.installing))
    }
    watch(found.installing)
    look()
  }

  /** Registering what is being installed changes nothing. */
  function keep() {
    clearTimeout(timer)
    if (isKept) return
    timer = setTimeout(keep, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    serviceWorker.register(SCRIPT, { scope: './' }).then(follow).catch(failed)
  }

  /** An installed app is seldom loaded anew: it asks when it is looked at again, or has a network again. */
  function again() {
    pause = FIRST_PAUSE_MS
    // What does not come now is asked for the next time; the app that is there goes on.
    if (registration?.active) registration.update().catch(() => undefined)
    else keep()
  }

  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else if (controlled) onUpdate('elsewhere')
    controlled = true
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') again()
  })
  addEventListener('online', again)
  // Engines differ in which of their events come when a page is left and loaded anew in the middle of it.
  serviceWorker.ready.then(kept).catch(failed)
  keep()

  return {
    letIn() {
      asked = true
      const waiting = registration?.waiting
      if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' })
      else location.reload()
    },
  }
}
