import { useMemo } from 'react'
import { isDone } from '@/domain/field/round-order'
import type { Position } from '@/domain/geodesy/position'
import type { CaseRecord, RecordedStep } from '@/ledger/cases'
import { receivedEnds } from '@/ledger/delivery'
import type { CaseEnd } from '@/ledger/ended-case'
import { type ReceivedCase, receivedCases, useReceivedRounds } from '@/store/device/received-rounds'
import { useLedger } from '@/store/ledger'

/** A case this tablet is to investigate, and what was done here since it was given. */
export interface CaseTaskOf {
  readonly of: ReceivedCase
  /** The case's record; undefined if the ledger has none. */
  readonly record: CaseRecord | undefined
  /** The last step of each sort; undefined if there is none. */
  readonly arrived: RecordedStep | undefined
  readonly reported: RecordedStep | undefined
}

/** A case with a known position: it is a stop of its own. */
export type PlacedTask = CaseTaskOf & { readonly of: { readonly position: Position } }

export const isPlacedTask = (task: CaseTaskOf): task is PlacedTask => task.of.position !== null

function taskOf(of: ReceivedCase, record: CaseRecord | undefined): CaseTaskOf {
  const past = of.past ?? of.knows
  const own = (record?.standing.steps ?? []).filter(({ id }) => !past.includes(id))
  return {
    ...{ of, record },
    arrived: own.findLast(({ step }) => step === 'arrived'),
    reported: own.findLast(({ step }) => step === 'reported'),
  }
}

/** The cases that the desk gave to this team and that no receipt says are closed or withdrawn, unreported ones first. */
export function useCaseTasks(): readonly CaseTaskOf[] {
  const { orders, team } = useReceivedRounds()
  const records = useLedger((state) => state.cases)
  const exchanged = useLedger((state) => state.exchanged)
  return useMemo(() => {
    const ends = receivedEnds(exchanged)
    const all = receivedCases(orders, team)
      .filter((of) => !isDone(of, ends))
      .map((of) => taskOf(of, records.get(of.id)))
    return [...all.filter(({ reported }) => !reported), ...all.filter(({ reported }) => reported)]
  }, [orders, team, records, exchanged])
}

/** The cases given to this team that a receipt says are closed or withdrawn since. */
export function useEndedTasks(): readonly { readonly task: CaseTaskOf; readonly how: CaseEnd }[] {
  const { orders, team } = useReceivedRounds()
  const records = useLedger((state) => state.cases)
  const exchanged = useLedger((state) => state.exchanged)
  return useMemo(() => {
    const ends = receivedEnds(exchanged)
    return receivedCases(orders, team).flatMap((of) => {
      const end = ends.findLast((each) => isDone(of, [each]))
      return end ? [{ task: taskOf(of, records.get(of.id)), how: end.how }] : []
    })
  }, [orders, team, records, exchanged])
}
