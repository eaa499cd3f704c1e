import type { Remote } from 'comlink'
import type { DatasetApi } from './dataset.main'
import { LiveWorker } from './live-worker'

const live = new LiveWorker<DatasetApi>(
  () => new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' }),
)

/** The one worker that holds the package; started at the first call, and anew where it has died. */
export const datasetWorker = (): Remote<DatasetApi> => live.api

/** Calls after the worker has died: the next that is asked starts another, which has no package open yet. */
export const onDatasetWorkerStopped = (listener: () => void) => live.onStopped(listener)

/** Nobody waits longer than this for answers to others. */
const MOST_WAIT_MS = 500

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))

/**
 * Answers once the page shows what it has asked for. Drawing the map anew keeps the page from everything else for as long as
 * the graphics card, or the processor in its place, needs: a panel must not wait for it.
 */
export async function whenAnswered(): Promise<void> {
  const until = performance.now() + MOST_WAIT_MS
  do await painted()
  while (live.waiting > 0 && performance.now() < until)
}
