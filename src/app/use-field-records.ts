import { useEffect, useMemo, useRef } from 'react'
import { acceptedBesideOthers } from '@/ledger/contradiction'
import { applicableReviews, countedSteps, returnedRecordIds } from '@/ledger/counted'
import { endedStops } from '@/ledger/ended-on-site'
import { inSlices } from '@/ledger/in-slices'
import { observationSteps } from '@/ledger/team-observations'
import { useChentu } from '@/store/chentu'
import { sureOf, useLedger } from '@/store/ledger'

/**
 * Loads the records of this device and applies them to the findings. Records that the desk returned have no effect on
 * findings, and one that contradicts another tablet's finding of the same day clears it only once the desk accepted it.
 */
export function useFieldRecords(): void {
  const ready = useChentu((state) => state.phase === 'ready')
  const takeSeen = useChentu((state) => state.takeSeen)
  const load = useLedger((all) => all.load)
  const state = useLedger((all) => all.state)
  const reviews = useLedger((all) => all.reviews)
  const exchanged = useLedger((all) => all.exchanged)
  // As strings, so that a receipt or an acceptance that changes nothing does not re-evaluate the rules.
  const [returned, accepted] = useMemo(() => {
    const applicable = applicableReviews(reviews, exchanged)
    return [
      JSON.stringify(returnedRecordIds(state, applicable)),
      JSON.stringify(acceptedBesideOthers(state, applicable)),
    ] as const
  }, [state, reviews, exchanged])
  useEffect(() => void load(), [load])
  const sharedCodes = useChentu((all) => all.opened?.dataset.sharedCodes)
  const tellApart = useLedger((all) => all.tellApart)
  useEffect(() => {
    if (sharedCodes) tellApart(sharedCodes)
  }, [sharedCodes, tellApart])
  // A device without records must not re-evaluate the rules; one whose last record was withdrawn must.
  const said = useRef(false)
  useEffect(() => {
    if (!ready) return
    // As it is now: the shared codes may just have been taken over.
    const { events, doubtful, state: now, shared } = useLedger.getState()
    const sure = sureOf(events, doubtful)
    // Before the visits, which count on the same day.
    const leftOut = endedStops(sure, shared)
    if (state.size === 0 && leftOut.length === 0 && !said.current) return
    said.current = true
    let isCurrent = true
    const observe = function* () {
      const counted = yield* countedSteps(sure, now, JSON.parse(returned), shared)
      return yield* observationSteps(counted, JSON.parse(accepted))
    }
    void inSlices(observe()).then((seen) => {
      if (isCurrent) void takeSeen([...leftOut, ...seen])
    })
    return () => {
      isCurrent = false
    }
  }, [ready, state, returned, accepted, takeSeen])
}
