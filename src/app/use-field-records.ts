import { useEffect, useMemo, useRef } from 'react'
import { applicableReviews, countedState, returnedRecordIds } from '@/ledger/counted'
import { observationsOf } from '@/ledger/team-observations'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

/**
 * Loads the records of this device and applies them to the findings. Records that the desk returned have no effect on
 * findings.
 */
export function useFieldRecords(): void {
  const ready = useChentu((state) => state.phase === 'ready')
  const takeSeen = useChentu((state) => state.takeSeen)
  const load = useLedger((all) => all.load)
  const state = useLedger((all) => all.state)
  const reviews = useLedger((all) => all.reviews)
  const exchanged = useLedger((all) => all.exchanged)
  // As a string, so that a receipt or an acceptance that changes nothing does not re-evaluate the rules.
  const returned = useMemo(
    () => JSON.stringify(returnedRecordIds(state, applicableReviews(reviews, exchanged))),
    [state, reviews, exchanged],
  )
  useEffect(() => void load(), [load])
  // A device without records must not re-evaluate the rules; one whose last record was withdrawn must.
  const said = useRef(false)
  useEffect(() => {
    if (!ready || (state.size === 0 && !said.current)) return
    said.current = true
    const { events, doubtful } = useLedger.getState()
    const unsure = new Set(doubtful)
    const sure = [...(events?.values() ?? [])].filter((event) => !unsure.has(event))
    void takeSeen(observationsOf(countedState(sure, state, JSON.parse(returned))))
  }, [ready, state, returned, takeSeen])
}
