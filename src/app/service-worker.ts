import type { OfflineStatus } from '@/store/page/offline'

const SCRIPT = './sw.js'

/** Pause before the next attempt, doubled each time. Files already fetched are not fetched again. */
const FIRST_PAUSE_MS = 5000
const LONGEST_PAUSE_MS = 5 * 60_000

/** State of a newer version: installed and waiting, or already activated by another window. */
export type AppUpdate = 'waiting' | 'elsewhere'

/** Callbacks about the installed app. */
interface Listener {
  /** A newer version is available. */
  onUpdate(update: AppUpdate): void
  /** Whether this version can start offline. */
  onOffline(offline: OfflineStatus): void
}

/**
 * Installs the app for offline use and reports newer versions. A newer version is activated only by `activateUpdate`, which
 * reloads this window; other windows are notified and keep running.
 *
 * One file that fails to load fails the installation, and browsers may abandon it with the page that began it; so it is
 * retried until the app is stored: after pauses, and when the network is back or the page becomes visible.
 */
export function followUpdates({ onUpdate, onOffline }: Listener): { activateUpdate(): void } {
  const { serviceWorker } = navigator
  let asked = false
  // On the first visit the new worker takes control of the page: that is no update.
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

  /** Follows the state of an installing worker. */
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

  /** After a failed installation the registration may be a new one. */
  function follow(found: ServiceWorkerRegistration) {
    registration = found
    if (!watched.has(found)) {
      watched.add(found)
      found.addEventListener('updatefound', () => watch(found.installing))
    }
    watch(found.installing)
    look()
  }

  /** Registering again while an installation is running has no effect. */
  function keep() {
    clearTimeout(timer)
    if (isKept) return
    timer = setTimeout(keep, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    serviceWorker.register(SCRIPT, { scope: './' }).then(follow).catch(failed)
  }

  /** An installed app is seldom reloaded, so it checks for updates when it becomes visible or the network is back. */
  function again() {
    pause = FIRST_PAUSE_MS
    // A failed check is repeated next time; the current version keeps running.
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
  // Browsers differ in which events fire if a page is reloaded during the installation.
  serviceWorker.ready.then(kept).catch(failed)
  keep()

  return {
    activateUpdate() {
      asked = true
      const waiting = registration?.waiting
      if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' })
      else location.reload()
    },
  }
}
