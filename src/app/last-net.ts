import { type NoticeCode, notice } from '@/store/notices'
import { followLeaving, isLeaving, whenStaying } from '@/ui/leaving'
import { WorkerStopped } from '@/workers/live-worker'

/** A page that is being left says nothing: what it no longer gets, the next one asks for anew. */
const say = (code: NoticeCode) => whenStaying().then(() => notice(code))

/** Lets nothing fail in silence: what nobody else has caught is said. */
export function spreadLastNet(): void {
  followLeaving()
  window.addEventListener('unhandledrejection', (event) => {
    const { reason } = event
    // Not for the console either.
    if (isLeaving()) event.preventDefault()
    // Said by the store that starts the worker anew; and what was broken off was meant to be.
    if (reason instanceof WorkerStopped || (reason instanceof DOMException && reason.name === 'AbortError')) return
    void say('unexpected')
  })
  // Code that an update took away, or that can't be had without a signal.
  window.addEventListener('vite:preloadError', () => void say('chunk-gone'))
}
