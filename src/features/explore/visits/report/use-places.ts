import type { LedgerState } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import type { Visit } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import type { VisitPlace } from '@/questions/source/visit-places'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { countyAt } from '@/store/words/county'
import { datasetWorker } from '@/workers/client'
import type { Places } from './coverage-table'

type Source = Pick<VisitPlace, 'kind' | 'code' | 'nth'>

/** Places of found sources, as their finders recorded them. */
const placesOfFound = (sources: readonly Source[], dataset: Dataset, state: LedgerState): readonly VisitPlace[] =>
  sources.flatMap(({ kind, code }) => {
    const position = state.get(targetKey({ kind, code }))?.found?.body.position
    return position ? [{ kind, code, county: countyAt(dataset, position), address: '', contact: '', position }] : []
  })

/** The place in the package takes precedence over the finder's. */
const byKey = (found: readonly VisitPlace[], listed: readonly VisitPlace[]): Places =>
  new Map([...found, ...listed].map((place) => [targetKey(place), place]))

const sourcesOf = (visits: readonly Visit[]) => [
  ...new Map(visits.map(({ target: { name: _, ...source } }) => [targetKey(source), source])).values(),
]

/** Places of the visited sources. */
export async function placesOf(visits: readonly Visit[], dataset: Dataset, state: LedgerState): Promise<Places> {
  const sources = sourcesOf(visits)
  return byKey(placesOfFound(sources, dataset, state), await datasetWorker().visitPlaces(sources))
}

/** Hook form of {@link placesOf}; null until loaded. */
export function usePlaces(visits: readonly Visit[]): Places | null {
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state)
  const sources = sourcesOf(visits)
  const places = useAnswer(async (worker) => worker.visitPlaces(sources), sources.map(targetKey).join('\n'))
  return places && byKey(placesOfFound(sources, dataset, state), places)
}
