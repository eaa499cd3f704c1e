import type { Remote } from 'comlink'
import { useMemo } from 'react'
import { useOpened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { usePromise } from './use-promise'

/** Rows come from the worker by so many at a time. */
const BLOCK = 100

/** Asks the worker for the rows from one place on up to another. */
type AskRows<T> = (worker: Remote<DatasetApi>, from: number, to: number) => Promise<T[]>

/**
 * The rows at places of what is shown, as they are scrolled into sight; undefined for those that are still on their way.
 * `about` says when the question is another. It fails as {@link usePromise} does.
 */
export function useRows<T>(
  ask: AskRows<T>,
  about: string,
  places: readonly number[],
): (place: number) => T | undefined {
  const shown = useOpened((opened) => opened.shown)
  // At the same places of what is shown otherwise are other rows.
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
