import type { Position } from '@/domain/geodesy/position'
import type { Problem } from '@/domain/problem'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { NearSource } from '@/questions/source/nearest-sources'
import { useOutcome } from '@/store/answers/use-promise'
import { useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { failureOf } from '@/store/page/failure'
import { useKinds } from '@/store/words/kinds'
import { datasetWorker } from '@/workers/client'
import { MAX_NEAR } from './use-neighbours'

export interface NearList {
  /** The sources to list, nearest first, {@link MAX_NEAR} at most. */
  readonly listed: readonly NearSource[]
  /** The kinds that the list is limited to, in the package's order; none if it has all. */
  readonly kinds: readonly KindId[]
  /** Number of sources in range by kind, in the package's order, with those of the chosen kinds even if there are none. */
  readonly counts: readonly { readonly kind: KindId; readonly count: number }[]
  readonly problems: readonly Problem[]
  readonly isAsking: boolean
}

/**
 * What the list of nearby sources shows: those of the kinds chosen on this tablet. The nearest of these are asked for
 * anew, since among many sources of all kinds the nearest may be others.
 * @param near the nearest of all kinds.
 */
export function useNearList([lon, lat]: Position, km: number, near: readonly NearSource[]): NearList {
  const { shown, evaluation } = useOpened()
  const all = useKinds()
  const { nearKinds } = usePreferences()
  // A choice made with another package may name kinds that this one lacks.
  const kinds = all.flatMap(({ id }) => (nearKinds.includes(id) ? id : []))
  const { found, error } = useOutcome(
    async () => {
      const worker = datasetWorker()
      return Promise.all([
        worker.nearestKinds([lon, lat], km * 1000),
        kinds.length === 0 ? [] : worker.nearestSources([lon, lat], MAX_NEAR, km * 1000, kinds),
      ])
    },
    evaluation.asOf,
    [shown, lon, lat, km, kinds.join()],
  )
  const [inRange = {}, ofKinds = []] = found ?? []
  return {
    // The previous answer, of other kinds, stays until the next one arrives.
    listed: kinds.length === 0 ? near : ofKinds.filter(({ kind }) => kinds.includes(kind)),
    kinds,
    counts: all.flatMap(({ id }) => {
      const count = inRange[id] ?? 0
      return count > 0 || kinds.includes(id) ? [{ kind: id, count }] : []
    }),
    problems: error === null ? [] : [failureOf(error)],
    isAsking: found === null && error === null,
  }
}
