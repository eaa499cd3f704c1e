import { type NoticeCode, notice } from '@/store/page/notices'
import { followLeaving, isLeaving, whenStaying } from '@/ui/leaving'
import { WorkerStopped } from '@/workers/live-worker'

/** A page that is being left says nothing: what it no longer gets, the next one asks for anew. */
const say = (code: NoticeCode) => whenStaying().then(() => notice(code))

/** Shows a notice for every rejected promise and every missing chunk that no other code has handled. */
export function spreadLastNet(): void {
  followLeaving()
  window.addEventListener('unhandledrejection', (event) => {
    const { reason } = event
    // Nor does the console report it.
    if (isLeaving()) event.preventDefault()
    // A stopped worker is reported by the store that restarts it; an abort was intended.
    if (reason instanceof WorkerStopped || (reason instanceof DOMException && reason.name === 'AbortError')) return
    void say('unexpected')
  })
  // Code that an update took away, or that can't be had without a signal.
  window.addEventListener('vite:preloadError', () => void say('chunk-gone'))
}
