import { type Remote, releaseProxy, wrap } from 'comlink'
import type { ExchangeApi } from './exchange.main'

interface Running {
  readonly remote: Remote<ExchangeApi>
  /** Fails when the worker does: a file of it is gone, or it has died. */
  readonly died: Promise<never>
}

let running: Running | null = null

function start(): Running {
  const worker = new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' })
  const remote = wrap<ExchangeApi>(worker)
  const died = new Promise<never>((_, fail) => {
    worker.addEventListener('error', ({ message }) => {
      if (running?.remote === remote) running = null
      remote[releaseProxy]()
      worker.terminate()
      fail(new Error(message || 'the worker could not start'))
    })
  })
  // Nobody may be waiting.
  died.catch(() => undefined)
  return { remote, died }
}

/**
 * Asks the worker that packs, checks and takes in bundles. @throws what it throws, and where it dies: the next question
 * starts another.
 */
export async function exchange<T>(ask: (worker: Remote<ExchangeApi>) => T): Promise<Awaited<T>> {
  running ??= start()
  return await Promise.race([ask(running.remote), running.died])
}
