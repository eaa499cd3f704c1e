import { targetKey } from '@/ledger/fold'
import type { Visit } from '@/ledger/visit'
import type { VisitPlace } from '@/questions/visit-places'
import { useAnswer } from '@/store/answers/use-answer'
import { datasetWorker } from '@/workers/client'
import type { Places } from './coverage-table'

const byKey = (places: readonly VisitPlace[]): Places => new Map(places.map((place) => [targetKey(place), place]))

const sourcesOf = (visits: readonly Visit[]) => [
  ...new Map(visits.map(({ target: { kind, code } }) => [targetKey({ kind, code }), { kind, code }])).values(),
]

/** Where the sources of visits lie. */
export const placesOf = async (visits: readonly Visit[]): Promise<Places> =>
  byKey(await datasetWorker().visitPlaces(sourcesOf(visits)))

/** The same for what is shown; null until it is known. */
export function usePlaces(visits: readonly Visit[]): Places | null {
  const sources = sourcesOf(visits)
  const places = useAnswer(async (worker) => worker.visitPlaces(sources), sources.map(targetKey).join('\n'))
  return places && byKey(places)
}
