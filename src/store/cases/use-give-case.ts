import { useRef } from 'react'
import type { RoundOrder } from '@/domain/field/round-order'
import { useLedger } from '@/store/ledger'
import type { CaseView } from './case-view'
import { givenCase } from './given-case'
import { stepBody } from './write-step'

/**
 * Gives a case out with a round: writes down that it was given, once for a team and day however often the round is saved or shown, and
 * puts it to the round. @throws where it could not be written.
 */
export function useGiveCase(): (of: CaseView, order: RoundOrder) => Promise<RoundOrder> {
  const append = useLedger((state) => state.append)
  const given = useRef(new Map<string, string>())
  return async (of, order) => {
    if (!of.opened) return order
    const to = JSON.stringify([order.team, order.day, order.name])
    if (!given.current.has(to)) {
      const said = { step: 'given', when: new Date().toISOString(), team: order.team }
      given.current.set(to, (await append(stepBody(of, of.record, said), [], null)).id)
    }
    return { ...order, cases: [givenCase(of, of.opened, given.current.get(to)!)] }
  }
}
