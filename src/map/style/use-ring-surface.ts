import type { Surface } from '@/domain/geodesy/area-index'
import { usePromise } from '@/store/answers/use-promise'
import type { Opened } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'

/**
 * The ring as a surface; the one before stands until the next is there. It is asked for only once the counties are drawn, which
 * must not wait for it. It fails as {@link usePromise} does.
 */
export function useRingSurface({ dataset, ring }: Opened, groundDrawn: boolean): Surface | null {
  const { basis, radiusMetres } = ring
  return usePromise(async () => (groundDrawn ? datasetWorker().ringSurface({ basis, radiusMetres }) : null), '', [
    dataset,
    groundDrawn,
    basis,
    radiusMetres,
  ])
}
