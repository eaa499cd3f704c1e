import type { Remote } from 'comlink'
import { useMemo, useState } from 'react'
import { useOpened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { usePromise } from './use-promise'

/** Number of rows fetched from the worker at a time. */
const BLOCK = 100

/** Requests the rows from one index up to another. */
type AskRows<T> = (worker: Remote<DatasetApi>, from: number, to: number) => Promise<T[]>

/** Rows by their index in what is shown. */
interface Rows<T> {
  /** Undefined while the row is loading. */
  rowAt(place: number): T | undefined
  /** Whether the rows are those of what was shown before; they are then drawn dimmed. */
  readonly isOld: boolean
}

/**
 * The rows at indexes of what is shown, as they are scrolled into view. A change of `about` means another question.
 * With `keeps`, rows stay until those of the next selection from the same data arrive, so that the list is never blank.
 * Fails like {@link usePromise}.
 */
export function useRows<T>(ask: AskRows<T>, about: string, places: readonly number[], { keeps = false } = {}): Rows<T> {
  const shown = useOpened((opened) => opened.shown)
  const dataset = useOpened((opened) => opened.dataset)
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
  const [last, setLast] = useState({ blocks, dataset, about })
  if (blocks !== null && blocks !== last.blocks) setLast({ blocks, dataset, about })
  // Rows refer to sources and rules of their data by index.
  const isKept = keeps && last.dataset === dataset && last.about === about
  const drawn = blocks ?? (isKept ? last.blocks : null)
  return {
    rowAt: (place) => drawn?.get(Math.floor(place / BLOCK))?.[place % BLOCK],
    isOld: blocks === null && drawn !== null,
  }
}
