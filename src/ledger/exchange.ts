import type { Remote } from 'comlink'
import { LiveWorker } from '@/workers/live-worker'
import type { ExchangeApi } from './exchange.main'
import { LEDGER_NAME } from './records-name'

const live = new LiveWorker<ExchangeApi>(
  () => new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module', name: LEDGER_NAME }),
)

/**
 * The worker that packs, checks and takes in bundles; started at the first call, and restarted if it has died. Calls
 * pending in a dead worker fail with `WorkerStopped` and are not repeated, since it is unknown what was written.
 */
export const exchangeWorker = (): Remote<ExchangeApi> => live.api
