const SCRIPT = './sw.js'

/** What became of the app that this window runs: a newer one waits to be let in, or another window has let it in. */
export type AppUpdate = 'waiting' | 'elsewhere'

/**
 * Keeps the app for the days without a signal, and tells when there is a newer one. It comes only when `letIn` is called, which
 * loads this window anew; the others are told, and go on.
 */
export async function followUpdates(tell: (update: AppUpdate) => void): Promise<{ letIn(): void }> {
  const { serviceWorker } = navigator
  let asked = false
  // The first visit is taken over by what it has just installed: that is no update.
  let controlled = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else if (controlled) tell('elsewhere')
    controlled = true
  })
  const registration = await serviceWorker.register(SCRIPT, { scope: './' })
  const look = () => registration.waiting && serviceWorker.controller && tell('waiting')
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  // An installed app is seldom loaded anew: it asks when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
  return {
    letIn() {
      asked = true
      const { waiting } = registration
      if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' })
      else location.reload()
    },
  }
}
