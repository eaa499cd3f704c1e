import type { Remote } from 'comlink'
import { useMemo } from 'react'
import { useOpened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { usePromise } from './use-promise'

/** Number of rows fetched from the worker at a time. */
const BLOCK = 100

/** Requests the rows from one index up to another. */
type AskRows<T> = (worker: Remote<DatasetApi>, from: number, to: number) => Promise<T[]>

/**
 * The rows at indexes of what is shown, as they are scrolled into view; undefined while a row is loading. A change of
 * `about` means another question. Fails like {@link usePromise}.
 */
export function useRows<T>(
  ask: AskRows<T>,
  about: string,
  places: readonly number[],
): (place: number) => T | undefined {
  const shown = useOpened((opened) => opened.shown)
  // When something else is shown, the same indexes are other rows.
  const question = useMemo(() => ({ shown, about }), [shown, about])
  const wanted = [...new Set(places.map((place) => Math.floor(place / BLOCK)))]
  const blocks = usePromise(
    async () =>
      new Map(
        await Promise.all(
          wanted.map(async (block) => [block, await ask(datasetWorker(), block * BLOCK, (block + 1) * BLOCK)] as const),
        ),
      ),
    question,
    [wanted.join()],
  )
  return (place) => blocks?.get(Math.floor(place / BLOCK))?.[place % BLOCK]
}
