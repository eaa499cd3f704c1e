import type { Surface } from '@/domain/geodesy/area-index'
import type { OpenedOnMap } from '@/map/source-map-props'
import { usePromise } from '@/store/answers/use-promise'
import { datasetWorker } from '@/workers/client'

/**
 * The ring as a surface; the previous one stays until the next has arrived. Requested while the map is being created,
 * so that it is part of the first style: each later style is compared with the previous one as a whole. Fails as {@link
 * usePromise} does.
 */
export function useRingSurface({ dataset, ring }: OpenedOnMap): Surface | null {
  const { basis, radiusMetres } = ring
  return usePromise(async () => datasetWorker().ringSurface({ basis, radiusMetres }), '', [
    dataset,
    basis,
    radiusMetres,
  ])
}
