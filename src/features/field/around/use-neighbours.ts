import type { Position } from '@/domain/geodesy/position'
import type { Problem } from '@/domain/problem'
import type { NearSource } from '@/questions/source/nearest-sources'
import { useOutcome } from '@/store/answers/use-promise'
import { effectiveDate, useChentu, useOpened } from '@/store/chentu'
import { failureOf } from '@/store/page/failure'
import { datasetWorker } from '@/workers/client'

/** Most sources shown at once; if there are more, the list says so. */
export const MAX_NEAR = 200

interface Neighbours {
  /** Nearest first, {@link MAX_NEAR} at most. */
  readonly near: readonly NearSource[]
  /** Why loading failed; earlier results stay meanwhile. */
  readonly problems: readonly Problem[]
  /**
   * Whether no answer for the requested day has arrived; results for another day are sorted differently and would jump.
   */
  readonly isAsking: boolean
}

/** The evaluated sources within some kilometres of a position; filters do not apply. */
export function useNeighbours([lon, lat]: Position, km: number): Neighbours {
  const { shown, dataset, evaluation } = useOpened()
  const isOther = useChentu(({ view }) => effectiveDate(dataset, view)) !== evaluation.asOf
  const { found, error } = useOutcome(
    () => datasetWorker().nearestSources([lon, lat], MAX_NEAR, km * 1000),
    evaluation.asOf,
    [shown, lon, lat, km],
  )
  const problems = error === null ? [] : [failureOf(error)]
  const isAsking = error === null && (found === null || isOther)
  return { near: isAsking ? [] : (found ?? []), problems, isAsking }
}
