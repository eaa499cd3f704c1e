import type { Surface } from '@/domain/geodesy/area-index'
import type { AreaStep, SurroundedPlaces } from '@/domain/sources/view/area'
import type { OpenedOnMap } from '@/map/source-map-props'
import { usePromise } from '@/store/answers/use-promise'
import { datasetWorker } from '@/workers/client'

/** Unique key of one surroundings (what it is around, and how far). */
export const aroundKey = (surrounded: SurroundedPlaces, metres: number): string => JSON.stringify([surrounded, metres])

const NONE: ReadonlyMap<string, Surface> = new Map()

/**
 * The surroundings that area steps select, as surfaces by {@link aroundKey}; those that can't be drawn are missing.
 * Fails as {@link usePromise} does.
 */
export function useAroundSurfaces(
  { dataset, evaluation }: OpenedOnMap,
  steps: readonly AreaStep[],
): ReadonlyMap<string, Surface> {
  const wanted = steps.flatMap(({ area }) => (area.type === 'around' ? [area] : []))
  const about = JSON.stringify(wanted)
  const found = usePromise(
    async () => {
      const made = await Promise.all(
        wanted.map(
          async ({ of, metres }) => [aroundKey(of, metres), await datasetWorker().aroundSurface(of, metres)] as const,
        ),
      )
      return new Map(made.flatMap(([key, surface]) => (surface ? [[key, surface] as const] : [])))
    },
    about,
    [dataset, evaluation, about],
  )
  return wanted.length === 0 ? NONE : (found ?? NONE)
}
