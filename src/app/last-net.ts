import { notice } from '@/store/notices'
import { WorkerStopped } from '@/workers/live-worker'

/** Lets nothing fail in silence: what nobody else has caught is said. */
export function spreadLastNet(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    // Said by the store that starts the worker anew; and what was broken off was meant to be.
    if (reason instanceof WorkerStopped || (reason instanceof DOMException && reason.name === 'AbortError')) return
    notice('unexpected')
  })
  // Code that an update took away, or that can't be had without a signal.
  window.addEventListener('vite:preloadError', () => notice('chunk-gone'))
}
