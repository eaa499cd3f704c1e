import { keepError, keepSlowAnswer } from '@/store/device/incidents'
import { type NoticeCode, notice } from '@/store/page/notices'
import { followLeaving, isLeaving, whenStaying } from '@/ui/leaving'
import { onDatasetAnswered, onDatasetWorkerStopped } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'

/** An answer that takes longer is kept as late. */
const LATE_MS = 3000

/** A page that is being left says nothing: what it no longer gets, the next one asks for anew. */
const say = (code: NoticeCode) => whenStaying().then(() => notice(code))

/** Keeps an error that ends here, unless the page is only being left. */
const keep = (what: 'error' | 'chunk-gone', error: unknown) => whenStaying().then(() => keepError(what, error))

/** Keeps in this browser which answers of a worker were late while somebody was there to wait, and that it died. */
export function followWorker({ onAnswered, onStopped }: FollowedWorker): void {
  onAnswered((question, ms) => {
    if (ms > LATE_MS && document.visibilityState === 'visible') keepSlowAnswer(question, ms)
  })
  onStopped(() => keepError('worker-stopped', new WorkerStopped()))
}

interface FollowedWorker {
  onAnswered(hearer: (question: string, ms: number) => void): void
  onStopped(listener: () => void): void
}

/**
 * Shows a notice for every rejected promise and every missing chunk that no other code has handled, and keeps for the diagnosis
 * what went wrong and what took long.
 */
export function spreadLastNet(): void {
  followLeaving()
  followWorker({ onAnswered: onDatasetAnswered, onStopped: onDatasetWorkerStopped })
  window.addEventListener('error', ({ error }) => void (error && keep('error', error)))
  window.addEventListener('unhandledrejection', (event) => {
    const { reason } = event
    // Nor does the console report it.
    if (isLeaving()) event.preventDefault()
    // A stopped worker is reported by the store that restarts it; an abort was intended.
    if (reason instanceof WorkerStopped || (reason instanceof DOMException && reason.name === 'AbortError')) return
    void keep('error', reason)
    void say('unexpected')
  })
  // Code that an update took away, or that can't be had without a signal.
  window.addEventListener('vite:preloadError', ({ payload }) => {
    void keep('chunk-gone', payload)
    void say('chunk-gone')
  })
}
