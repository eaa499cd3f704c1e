import { type Remote, wrap } from 'comlink'
import type { ExchangeApi } from './exchange.main'

let remote: Remote<ExchangeApi> | null = null

/** The worker that packs, checks and takes in bundles. */
export function exchange(): Remote<ExchangeApi> {
  remote ??= wrap<ExchangeApi>(new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' }))
  return remote
}
