import type { Remote } from 'comlink'
import { useEffect, useState } from 'react'
import { datasetWorker } from '@/workers/client'
import type { DatasetApi } from '@/workers/dataset.main'
import { WorkerStopped } from '@/workers/live-worker'
import { useOpened } from './chentu'

/**
 * What the worker answers about what is shown. `about` says which question it is: until another one is answered there is
 * null, never the answer to the one before. When only the shown sources change, the answer before stands until the next.
 * @throws what the worker answered with, for the nearest boundary to say; a worker that died answers once there is another.
 */
export function useAnswer<T>(ask: (worker: Remote<DatasetApi>) => Promise<T>, about = ''): T | null {
  const { shown } = useOpened()
  const [failure, setFailure] = useState<{ readonly about: string; readonly error: unknown } | null>(null)
  const [answer, setAnswer] = useState<{ readonly about: string; readonly found: T } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made anew at each render; `about` says when it is another
  useEffect(() => {
    let stale = false
    ask(datasetWorker()).then(
      (found) => !stale && setAnswer({ about, found }),
      (error) => !stale && !(error instanceof WorkerStopped) && setFailure({ about, error }),
    )
    return () => {
      stale = true
    }
  }, [shown, about])
  if (failure?.about === about) throw failure.error
  return answer?.about === about ? answer.found : null
}
