import type { Pulse } from './pulse'
import { endReaders, startReadersFor } from './reader-thread'

/** A thread that was started ahead of its first question; null once it was taken, or where it could not be started. */
let waiting: Worker | null = null

const newThread = () => new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' })

function make(): Worker {
  const thread = newThread()
  startReadersFor(thread)
  return thread
}

/**
 * Starts the thread of the package before the page's own code is there: both come at the same time, each on a processor of its
 * own where there are two.
 */
export function startDatasetThread(): void {
  const thread = make()
  waiting = thread
  // Whoever takes it hears of no error that came before: another is made then, and fails where it is heard.
  thread.addEventListener('error', () => {
    if (waiting === thread) waiting = null
  })
}

/** The thread that was started ahead, else another; readers of one that has ended are ended too. */
export function datasetThread(): Worker {
  endReaders()
  const thread = waiting ?? make()
  waiting = null
  return thread
}

/** Starts a thread of its own, waits until it answers, and ends it. @throws where its code can't be loaded */
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
