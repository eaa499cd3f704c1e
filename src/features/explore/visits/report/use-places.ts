import { type LedgerState, targetKey } from '@/ledger/fold'
import type { Visit } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import type { VisitPlace } from '@/questions/visit-places'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { countyAt } from '@/store/words/county'
import { datasetWorker } from '@/workers/client'
import type { Places } from './coverage-table'

type Source = Pick<VisitPlace, 'kind' | 'code'>

/** Where found sources lie, as their finders say. */
const placesOfFound = (sources: readonly Source[], dataset: Dataset, state: LedgerState): readonly VisitPlace[] =>
  sources.flatMap(({ kind, code }) => {
    const position = state.get(targetKey({ kind, code }))?.found?.body.position
    return position ? [{ kind, code, county: countyAt(dataset, position), address: '', contact: '', position }] : []
  })

/** What the data says of a source goes before what its finder said. */
const byKey = (found: readonly VisitPlace[], listed: readonly VisitPlace[]): Places =>
  new Map([...found, ...listed].map((place) => [targetKey(place), place]))

const sourcesOf = (visits: readonly Visit[]) => [
  ...new Map(visits.map(({ target: { kind, code } }) => [targetKey({ kind, code }), { kind, code }])).values(),
]

/** Where the sources of visits lie. */
export async function placesOf(visits: readonly Visit[], dataset: Dataset, state: LedgerState): Promise<Places> {
  const sources = sourcesOf(visits)
  return byKey(placesOfFound(sources, dataset, state), await datasetWorker().visitPlaces(sources))
}

/** The same for what is shown; null until it is known. */
export function usePlaces(visits: readonly Visit[]): Places | null {
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state)
  const sources = sourcesOf(visits)
  const places = useAnswer(async (worker) => worker.visitPlaces(sources), sources.map(targetKey).join('\n'))
  return places && byKey(placesOfFound(sources, dataset, state), places)
}
