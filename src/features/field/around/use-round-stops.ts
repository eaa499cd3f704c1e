import { useMemo } from 'react'
import type { StopState } from '@/domain/field/round-order'
import type { Position } from '@/domain/geodesy/position'
import { applicableReviews } from '@/ledger/counted'
import { returningReview } from '@/ledger/review'
import { stopStanding, type VisitFacts, visitBefore, visitsSince } from '@/ledger/rounds'
import type { Visit } from '@/ledger/visit'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useOutcome } from '@/store/answers/use-promise'
import { useOpened } from '@/store/chentu'
import { type NamedStop, stopKey, stopNumbers, useRound, visitsCountFrom } from '@/store/device/round'
import { useLedger } from '@/store/ledger'
import { keyOf } from '@/store/view/view'
import { countsOfVisit } from '@/store/words/inspection-line'
import { datasetWorker } from '@/workers/client'

/** A stop of the round with its source and the result of its visits. */
export interface RoundStop {
  readonly source: SourceSummary & { readonly position: Position }
  /** The stop as stored in the round. */
  readonly stop: NamedStop
  /** Its number on the list and the map. */
  readonly number: number
  /** The visit that counts; null if there is none for this round or the desk returned it. */
  readonly visit: Visit | null
  /** For a stop to be visited again, the last visit before; else null. */
  readonly before: Visit | null
  /** Number of its items that could not be checked. */
  readonly unseen: number
  readonly state: StopState
  /** Why it is skipped; '' if it is not. */
  readonly reason: string
  /** Whether nothing is left to do there. */
  readonly isDone: boolean
}

/** A stop that can't be visited with this tablet's data: the package lacks it, or its position. */
export interface MissingStop {
  readonly stop: NamedStop
  readonly why: 'lost' | 'unplaced'
  readonly state: StopState
  readonly reason: string
}

const isPlaced = (source: SourceSummary | null): source is RoundStop['source'] =>
  source !== null && source.position !== null

/**
 * The stops of the round in order, with those that can't be visited listed apart; `error` is set if the package could
 * not be queried.
 */
export function useRoundStops(): {
  readonly stops: readonly RoundStop[]
  readonly missing: readonly MissingStop[]
  /** States of all stops. */
  readonly all: readonly { readonly state: StopState }[]
  readonly error: unknown
} {
  const { dataset, shown } = useOpened()
  const records = useLedger((all) => all.state)
  const reviews = useLedger((all) => all.reviews)
  const exchanged = useLedger((all) => all.exchanged)
  const { stops, since, begun, skipped } = useRound()
  const { found, error } = useOutcome(
    () => Promise.all(stops.map(({ kind, code, nth }) => datasetWorker().findSource(kind, code, nth))),
    '',
    [shown, stops],
  )
  const from = visitsCountFrom({ since, begun })
  return useMemo(() => {
    const said = applicableReviews(reviews, exchanged)
    const facts: VisitFacts = {
      counts: (visit) => countsOfVisit(dataset, visit),
      isReturned: (visit) => returningReview(visit, said) !== null,
    }
    const standing = (stop: NamedStop) => {
      const reason = skipped[stopKey(stop)] ?? ''
      return { reason, ...stopStanding(visitsSince(records, stop, from), reason, facts) }
    }
    const numbers = stopNumbers(stops)
    // Ignore answers for an earlier list of stops: they are matched by index.
    const known = found?.length === stops.length ? found : []
    const placed = known.flatMap((source, i): RoundStop[] => {
      if (!isPlaced(source)) return []
      const [stop, number] = [stops[i]!, numbers[i]!]
      const asked = { ...keyOf(source), ...(stop.after && { after: stop.after }) }
      const { state, reason, visit, unseen } = standing(asked)
      const before = visitBefore(records, asked)
      const isDone = state === 'done' || state === 'skipped'
      return [{ source, stop, number, visit, before, unseen, state, reason, isDone }]
    })
    const missing = known.flatMap((source, i): MissingStop[] => {
      if (isPlaced(source)) return []
      const stop = stops[i]!
      const { state, reason } = standing(stop)
      return source === null
        ? [{ stop, why: 'lost', state, reason }]
        : [{ stop: { ...stop, name: source.name }, why: 'unplaced', state, reason }]
    })
    return { stops: placed, missing, all: [...placed, ...missing], error }
  }, [found, error, stops, skipped, records, reviews, exchanged, dataset, from])
}
