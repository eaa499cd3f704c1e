import { useMemo } from 'react'
import { givenBack } from '@/ledger/review'
import { type RoundStanding, roundStandings } from '@/ledger/rounds'
import { useOpened } from '@/store/chentu'
import { useRoundOrders } from '@/store/device/round-orders'
import { useLedger } from '@/store/ledger'
import { countsOfVisit } from '@/store/words/inspection-line'

/** How each round stands that this desk gave out or that tablets told of, the last day first; where it gave a visit back, that is said. */
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
        isReturned: (visit) => givenBack(visit, reviews) !== null,
      }),
    [orders, told, state, dataset, reviews],
  )
}
