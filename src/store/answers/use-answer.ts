import type { Remote } from 'comlink'
import { useMemo } from 'react'
import { useOpened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { usePromise } from './use-promise'

/**
 * The worker's answer about what is shown. It is requested again, with the previous answer kept meanwhile, when other
 * sources are shown, also by a worker that replaces a dead one. Answers refer to rules and measures of warnings by
 * index, so an answer based on other lists than the current ones is discarded. For `about` and `again` see
 * {@link usePromise}.
 */
export function useAnswer<T>(
  ask: (worker: Remote<DatasetApi>) => Promise<T>,
  about: unknown = '',
  again: readonly unknown[] = [],
): T | null {
  const shown = useOpened((opened) => opened.shown)
  const dataset = useOpened((opened) => opened.dataset)
  // The lists may be missing, when only part of a package is open.
  const numbered = JSON.stringify([dataset?.rules, dataset?.warningMeasures].map((all) => all?.map(({ id }) => id)))
  const question = useMemo(() => ({ about, numbered }), [about, numbered])
  return usePromise(() => ask(datasetWorker()), question, [shown, ...again])
}
