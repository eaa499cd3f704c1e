import { useEffect, useMemo, useRef } from 'react'
import { countedState, returnedIn, reviewsHere } from '@/ledger/counted'
import { seenOf } from '@/ledger/seen'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

/** Reads what is recorded on this device, and lets findings open and close by it. What the desk gave back opens and closes none. */
export function useFieldRecords(): void {
  const ready = useChentu((state) => state.phase === 'ready')
  const takeSeen = useChentu((state) => state.takeSeen)
  const load = useLedger((all) => all.load)
  const state = useLedger((all) => all.state)
  const reviews = useLedger((all) => all.reviews)
  const exchanged = useLedger((all) => all.exchanged)
  // As one text: a receipt or an acceptance that changes nothing of it must not re-evaluate the rules.
  const returned = useMemo(
    () => JSON.stringify(returnedIn(state, reviewsHere(reviews, exchanged))),
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
    void takeSeen(seenOf(countedState(sure, state, JSON.parse(returned))))
  }, [ready, state, returned, takeSeen])
}
