import { unlistedOfKey } from '@/domain/cases/opening-key'
import type { TruckList } from '@/questions/truck-list'
import { useAnswer } from '@/store/answers/use-answer'
import { useCaseRecords } from '@/store/cases/use-cases'
import { TRACKS_NAME } from '@/store/exports/exports-worker'

/** What a place is called now that an id was given to; null where it is not there any more. */
export type PlaceNow = (id: string | null) => string | null

/**
 * What the places of a list are called now that cases were opened on, or that an address names: days that are imported later may
 * change that. Null until it is known.
 */
export function useUnlistedNow({ month, asOf, unlisted }: TruckList, named: string | null): PlaceNow | null {
  const cases = useCaseRecords()
  const ofCases = cases?.flatMap(({ opening }) => unlistedOfKey(opening?.body.from ?? '', month) ?? [])
  const own = new Set(unlisted.map(({ id }) => id))
  const others = ofCases && [...new Set([...ofCases, ...(named === null ? [] : [named])])].filter((id) => !own.has(id))
  const pairs = useAnswer(
    async (worker) => (others && others.length > 0 ? worker.unlistedNow(TRACKS_NAME, asOf, others) : []),
    JSON.stringify([asOf, [...own], others]),
  )
  if (!others || !pairs) return null
  const now = new Map(pairs)
  return (id) => (id === null ? null : own.has(id) ? id : (now.get(id) ?? null))
}
