import { useEffect, useState } from 'react'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Opened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'

/**
 * The ring as a surface; the one before stands until the next is there. It is asked for only once the counties are drawn, which
 * must not wait for it.
 * @throws what the worker answered with, for the nearest boundary to say.
 */
export function useRingSurface({ basis, radiusMetres }: Opened['ring'], groundDrawn: boolean): Surface | null {
  const [surface, setSurface] = useState<Surface | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  useEffect(() => {
    if (!groundDrawn) return
    let stale = false
    datasetWorker()
      .ringSurface({ basis, radiusMetres })
      .then(
        (next) => !stale && setSurface(next),
        (error) => !stale && !(error instanceof WorkerStopped) && setFailure({ error }),
      )
    return () => {
      stale = true
    }
  }, [groundDrawn, basis, radiusMetres])
  if (failure) throw failure.error
  return surface
}
