import type { Remote } from 'comlink'
import { useEffect, useState } from 'react'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.worker'
import { useOpened } from './chentu'

/**
 * What the worker answers about what is shown; null until it does. Asked again whenever the shown sources or `about`
 * change; until then the answer before stands.
 */
export function useAnswer<T>(ask: (worker: Remote<DatasetApi>) => Promise<T>, about: string): T | null {
  const { shown } = useOpened()
  const [answer, setAnswer] = useState<T | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made anew at each render; `about` says when it is another
  useEffect(() => {
    let stale = false
    void ask(datasetWorker()).then((found) => !stale && setAnswer(found))
    return () => {
      stale = true
    }
  }, [shown, about])
  return answer
}
