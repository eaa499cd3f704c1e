import { useMemo } from 'react'
import { USUAL_REACH_METRES } from '@/domain/cases/searched-ring'
import { isSameStop, type OrderedStop } from '@/domain/field/round-order'
import { distanceMetres } from '@/domain/geodesy/distance'
import { foundAt } from '@/ledger/discovery'
import type { ReceivedCase } from '@/store/device/received-rounds'
import { useLedger } from '@/store/ledger'

/** Likely sources of a case, by origin. */
export interface CaseLikely {
  /** Those that came as stops of the round; all for rounds of earlier versions, which do not tell. */
  readonly sent: readonly OrderedStop[]
  /** Those that the desk named without sending a team there. */
  readonly named: readonly OrderedStop[]
  /** Sources registered by teams near the case's place since the value was noticed. */
  readonly found: readonly OrderedStop[]
}

/** The likely sources of a case, grouped by how they came to this tablet. */
export function useCaseLikely({ likely, stops, position, observed, reachMetres }: ReceivedCase): CaseLikely {
  const state = useLedger((all) => all.state)
  return useMemo(() => {
    const isSent = (source: OrderedStop) => stops?.some((each) => isSameStop(each, source)) ?? true
    const found = [...state.values()].flatMap((target): OrderedStop[] => {
      const { found } = target
      if (!found || !position || Date.parse(foundAt(found)) < Date.parse(observed)) return []
      const { kind, code, name } = found.body.target
      const isNear = distanceMetres(position, found.body.position) <= (reachMetres ?? USUAL_REACH_METRES)
      return isNear && !likely.some((each) => isSameStop(each, { kind, code })) ? [{ kind, code, name }] : []
    })
    return { sent: likely.filter(isSent), named: likely.filter((each) => !isSent(each)), found }
  }, [state, likely, stops, position, observed, reachMetres])
}
