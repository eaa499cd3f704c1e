import type { Remote } from 'comlink'
import { useMemo } from 'react'
import { useOpened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { usePromise } from './use-promise'

/**
 * What the worker answers about what is shown: asked anew, while the answer before stands, when other sources are shown, also by
 * a worker that takes the place of one that died. Answers name requirements and measures of warnings by their numbers, so one of
 * others than the plan has now does not stand. `about` and `again` as of {@link usePromise}, which says the rest.
 */
export function useAnswer<T>(
  ask: (worker: Remote<DatasetApi>) => Promise<T>,
  about: unknown = '',
  again: readonly unknown[] = [],
): T | null {
  const shown = useOpened((opened) => opened.shown)
  const dataset = useOpened((opened) => opened.dataset)
  // Also without lists of them, as where only a part of a package is open.
  const numbered = JSON.stringify([dataset?.rules, dataset?.warningMeasures].map((all) => all?.map(({ id }) => id)))
  const question = useMemo(() => ({ about, numbered }), [about, numbered])
  return usePromise(() => ask(datasetWorker()), question, [shown, ...again])
}
