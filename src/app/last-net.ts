import { keepError, keepSlowAnswer } from '@/store/device/incidents'
import { type NoticeCode, notice } from '@/store/page/notices'
import { isLeaving, trackLeaving, unlessLeaving } from '@/ui/leaving'
import { onDatasetAnswered, onDatasetWorkerStopped } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'

/** Answers that take longer, in milliseconds, are recorded as slow. */
const LATE_MS = 3000

/** Shows no notice while the page is being left: the next page requests again what this one failed to load. */
const say = (code: NoticeCode) => unlessLeaving().then(() => notice(code))

/** Records an otherwise unhandled error, unless the page is being left. */
const keep = (what: 'error' | 'chunk-gone', error: unknown) => unlessLeaving().then(() => keepError(what, error))

/** Records a worker's slow answers while the page was visible, and that the worker stopped. */
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
 * Shows a notice for every unhandled promise rejection and every chunk that failed to load, and records errors and slow
 * answers for the diagnosis.
 */
export function installErrorHandlers(): void {
  trackLeaving()
  followWorker({ onAnswered: onDatasetAnswered, onStopped: onDatasetWorkerStopped })
  window.addEventListener('error', ({ error }) => void (error && keep('error', error)))
  window.addEventListener('unhandledrejection', (event) => {
    const { reason } = event
    // Keeps it out of the console too.
    if (isLeaving()) event.preventDefault()
    // A stopped worker is reported by the store that restarts it; an abort was intended.
    if (reason instanceof WorkerStopped || (reason instanceof DOMException && reason.name === 'AbortError')) return
    void keep('error', reason)
    void say('unexpected')
  })
  // Code removed by an update, or not loadable without a network.
  window.addEventListener('vite:preloadError', ({ payload }) => {
    void keep('chunk-gone', payload)
    void say('chunk-gone')
  })
}
