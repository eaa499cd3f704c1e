import { type Remote, wrap } from 'comlink'
import type { DatasetApi } from './dataset.worker'

let remote: Remote<DatasetApi> | null = null

/** The one worker that holds the package; started at the first call. */
export function datasetWorker(): Remote<DatasetApi> {
  remote ??= wrap<DatasetApi>(new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' }))
  return remote
}
