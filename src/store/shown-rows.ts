import { useEffect, useState } from 'react'
import { datasetWorker } from '@/workers/client'
import type { ShownSources } from '@/workers/session'
import type { SourceSummary } from '@/workers/source-summary'
import { useOpened } from './chentu'

/** Rows come from the worker by so many at a time. */
const BLOCK = 100

interface Blocks {
  readonly of: ShownSources
  readonly rows: ReadonlyMap<number, readonly SourceSummary[]>
}

/** The shown sources at places `first` to `last`, worst first; undefined for those that are still on their way. */
export function useShownRows(first: number, last: number): (place: number) => SourceSummary | undefined {
  const { shown } = useOpened()
  const [blocks, setBlocks] = useState<Blocks>({ of: shown, rows: new Map() })
  const from = Math.floor(first / BLOCK)
  const to = Math.floor(last / BLOCK)

  useEffect(() => {
    let stale = false
    for (let block = from; block <= to; block++) {
      void datasetWorker()
        .shownRows(block * BLOCK, (block + 1) * BLOCK)
        .then((rows) => {
          if (stale) return
          setBlocks((before) => ({ of: shown, rows: new Map(before.of === shown ? before.rows : []).set(block, rows) }))
        })
    }
    return () => {
      stale = true
    }
  }, [shown, from, to])

  return (place) => blocks.rows.get(Math.floor(place / BLOCK))?.[place % BLOCK]
}
