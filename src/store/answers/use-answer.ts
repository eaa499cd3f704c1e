import type { Remote } from 'comlink'
import { useOpened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { usePromise } from './use-promise'

/**
 * What the worker answers about what is shown: asked anew, while the answer before stands, when other sources are shown, also by
 * a worker that takes the place of one that died. `about` and `again` as of {@link usePromise}, which says the rest.
 */
export function useAnswer<T>(
  ask: (worker: Remote<DatasetApi>) => Promise<T>,
  about: unknown = '',
  again: readonly unknown[] = [],
): T | null {
  const { shown } = useOpened()
  return usePromise(() => ask(datasetWorker()), about, [shown, ...again])
}
