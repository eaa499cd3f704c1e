import type { Pulse } from './pulse'
import { endReaders, startReadersFor } from './reader-thread'

/** A thread started ahead of its first question; null once it was taken, or if it failed to start. */
let waiting: Worker | null = null

const newThread = () => new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' })

function make(): Worker {
  const thread = newThread()
  startReadersFor(thread)
  return thread
}

/** Starts the package's thread before the page's own code is loaded, so that both load in parallel. */
export function startDatasetThread(): void {
  const thread = make()
  waiting = thread
  // An error that occurs now reaches no later listener. So the thread is dropped, and the next one fails where the
  // error is handled.
  thread.addEventListener('error', () => {
    if (waiting === thread) waiting = null
  })
}

/** Returns the thread that was started ahead, or a new one; ends the readers of an earlier thread. */
export function datasetThread(): Worker {
  endReaders()
  const thread = waiting ?? make()
  waiting = null
  return thread
}

/** Starts a separate thread, waits until it answers, and ends it. @throws if its code can't be loaded */
export async function tryDatasetThread(): Promise<void> {
  const thread = newThread()
  try {
    const failed = new Promise<never>((_, fail) => {
      thread.addEventListener('error', ({ error, message }) => fail(error ?? new Error(message)))
    })
    const { wrap } = await import('comlink')
    await Promise.race([wrap<Pulse>(thread).ping(), failed])
  } finally {
    thread.terminate()
  }
}
