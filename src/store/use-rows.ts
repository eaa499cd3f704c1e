import type { Remote } from 'comlink'
import { useEffect, useState } from 'react'
import type { ShownSources } from '@/questions/shown-sources'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { WorkerStopped } from '@/workers/live-worker'
import { useOpened } from './chentu'

/** Rows come from the worker by so many at a time. */
const BLOCK = 100

/** Asks the worker for the rows from one place on up to another. */
type AskRows<T> = (worker: Remote<DatasetApi>, from: number, to: number) => Promise<T[]>

/**
 * The rows at places of what is shown, as they are scrolled into sight; undefined for those that are
 * still on their way. `about` says when the question is another.
 * @throws what the worker answered with, for the nearest boundary to say.
 */
export function useRows<T>(
  ask: AskRows<T>,
  about: string,
  places: readonly number[],
): (place: number) => T | undefined {
  const { shown } = useOpened()
  const [blocks, setBlocks] = useState<{ of: ShownSources; about: string; rows: ReadonlyMap<number, readonly T[]> }>({
    of: shown,
    about,
    rows: new Map(),
  })
  const [failure, setFailure] = useState<{ of: ShownSources; about: string; error: unknown } | null>(null)
  const wanted = [...new Set(places.map((place) => Math.floor(place / BLOCK)))]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question and the places are made anew at each render; their texts say when they are others
  useEffect(() => {
    let stale = false
    for (const block of wanted) {
      ask(datasetWorker(), block * BLOCK, (block + 1) * BLOCK).then(
        (rows) => {
          if (stale) return
          setBlocks((before) => {
            const same = before.of === shown && before.about === about
            return { of: shown, about, rows: new Map(same ? before.rows : []).set(block, rows) }
          })
        },
        (error) => !stale && !(error instanceof WorkerStopped) && setFailure({ of: shown, about, error }),
      )
    }
    return () => {
      stale = true
    }
  }, [shown, about, wanted.join()])

  if (failure?.of === shown && failure.about === about) throw failure.error
  return (place) =>
    blocks.of === shown && blocks.about === about
      ? blocks.rows.get(Math.floor(place / BLOCK))?.[place % BLOCK]
      : undefined
}
