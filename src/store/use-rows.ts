import type { Remote } from 'comlink'
import { useEffect, useState } from 'react'
import type { ShownSources } from '@/workers/answers'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.worker'
import { useOpened } from './chentu'

/** Rows come from the worker by so many at a time. */
const BLOCK = 100

/** Asks the worker for the rows from one place on up to another. */
type AskRows<T> = (worker: Remote<DatasetApi>, from: number, to: number) => Promise<T[]>

/**
 * The rows at places `first` to `last` of what is shown, as they are scrolled into sight; undefined for those that are
 * still on their way. `about` says when the question is another.
 */
export function useRows<T>(
  ask: AskRows<T>,
  about: string,
  first: number,
  last: number,
): (place: number) => T | undefined {
  const { shown } = useOpened()
  const [blocks, setBlocks] = useState<{ of: ShownSources; about: string; rows: ReadonlyMap<number, readonly T[]> }>({
    of: shown,
    about,
    rows: new Map(),
  })
  const from = Math.floor(first / BLOCK)
  const to = Math.floor(last / BLOCK)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made anew at each render; `about` says when it is another
  useEffect(() => {
    let stale = false
    for (let block = from; block <= to; block++) {
      void ask(datasetWorker(), block * BLOCK, (block + 1) * BLOCK).then((rows) => {
        if (stale) return
        setBlocks((before) => {
          const same = before.of === shown && before.about === about
          return { of: shown, about, rows: new Map(same ? before.rows : []).set(block, rows) }
        })
      })
    }
    return () => {
      stale = true
    }
  }, [shown, about, from, to])

  return (place) =>
    blocks.of === shown && blocks.about === about
      ? blocks.rows.get(Math.floor(place / BLOCK))?.[place % BLOCK]
      : undefined
}
