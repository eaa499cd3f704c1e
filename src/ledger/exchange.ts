import type { Remote } from 'comlink'
import { LiveWorker } from '@/workers/live-worker'
import type { ExchangeApi } from './exchange.main'
import { LEDGER_NAME } from './records-name'

const live = new LiveWorker<ExchangeApi>(
  () => new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module', name: LEDGER_NAME }),
)

/**
 * The worker that packs, checks and takes in bundles; started at the first question, and anew where it has died. What was
 * asked of one that died ends in `WorkerStopped` and is not asked again: nobody knows then what it had written.
 */
export const exchangeWorker = (): Remote<ExchangeApi> => live.api
