import type { Surface } from '@/domain/geodesy/area-index'
import type { OpenedOnMap } from '@/map/source-map-props'
import { usePromise } from '@/store/answers/use-promise'
import { datasetWorker } from '@/workers/client'

/**
 * The ring as a surface; the one before stands until the next is there. It is asked for while the map is being made, so that it
 * is there for the first style: each further one is compared with the one before as a whole. It fails as {@link usePromise} does.
 */
export function useRingSurface({ dataset, ring }: OpenedOnMap): Surface | null {
  const { basis, radiusMetres } = ring
  return usePromise(async () => datasetWorker().ringSurface({ basis, radiusMetres }), '', [
    dataset,
    basis,
    radiusMetres,
  ])
}
