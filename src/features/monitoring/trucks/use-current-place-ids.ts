import { unlistedOfKey } from '@/domain/cases/opening-key'
import type { TruckList } from '@/questions/trucks/truck-list'
import { useAnswer } from '@/store/answers/use-answer'
import { useCaseRecords } from '@/store/cases/use-cases'
import { TRACKS_NAME } from '@/store/exports/exports-worker'

/** Returns the current id of an unlisted place, given an earlier id; null if the place no longer exists. */
export type CurrentPlaceId = (id: string | null) => string | null

/**
 * Maps the ids of unlisted places named by cases or by the address to their current ids, which may change when further
 * days are imported. Null until it is known, and without a `list`.
 */
export function useCurrentPlaceIds(list: TruckList | null, named: string | null): CurrentPlaceId | null {
  const cases = useCaseRecords()
  const ofCases = list && cases?.flatMap(({ opening }) => unlistedOfKey(opening?.body.from ?? '', list.month) ?? [])
  const own = new Set(list?.unlisted.map(({ id }) => id))
  const others = ofCases && [...new Set([...ofCases, ...(named === null ? [] : [named])])].filter((id) => !own.has(id))
  const pairs = useAnswer(
    async (worker) =>
      list && others && others.length > 0 ? worker.currentUnlistedPlaces(TRACKS_NAME, list.asOf, others) : [],
    JSON.stringify([list?.asOf, [...own], others]),
  )
  if (!others || !pairs) return null
  const now = new Map(pairs)
  return (id) => (id === null ? null : own.has(id) ? id : (now.get(id) ?? null))
}
