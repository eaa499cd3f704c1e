import { useMemo } from 'react'
import { returningReview } from '@/ledger/review'
import { type RoundStanding, roundStandings } from '@/ledger/rounds'
import { useOpened } from '@/store/chentu'
import { useRoundOrders } from '@/store/device/round-orders'
import { useLedger } from '@/store/ledger'
import { countsOfVisit } from '@/store/words/inspection-line'

/**
 * Progress of each round that this desk gave out or that tablets reported, latest day first; stops whose visit was
 * returned are marked.
 */
export function useRoundStandings(): readonly RoundStanding[] {
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state)
  const told = useLedger((all) => all.rounds)
  const reviews = useLedger((all) => all.reviews)
  const orders = useRoundOrders((all) => all.orders)
  return useMemo(
    () =>
      roundStandings(orders, told, state, {
        counts: (visit) => countsOfVisit(dataset, visit),
        isReturned: (visit) => returningReview(visit, reviews) !== null,
      }),
    [orders, told, state, dataset, reviews],
  )
}
