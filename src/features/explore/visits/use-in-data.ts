import { targetKey } from '@/ledger/shared-code'
import type { Visit } from '@/ledger/visit'
import { useAnswer } from '@/store/answers/use-answer'
import { useLedger } from '@/store/ledger'

/**
 * Returns a function that tells whether a visit's source is in the open package, or was found by a team; true until
 * that is known. Which of several sources with its code it is does not matter here.
 */
export function useInData(visits: readonly Visit[]): (visit: Visit) => boolean {
  const state = useLedger((all) => all.state)
  const sources = visits.map(({ target: { kind, code } }) => ({ kind, code }))
  const places = useAnswer((worker) => worker.visitPlaces(sources), sources.map(targetKey).join('\n'))
  const listed = places && new Set(places.map(({ kind, code }) => targetKey({ kind, code })))
  return ({ target }) =>
    !listed || listed.has(targetKey({ ...target, nth: 1 })) || Boolean(state.get(targetKey(target))?.found)
}
