import { grouped } from '@/domain/grouped'
import { type Call, isKnown, type LedgerEvent } from './event'
import { compareEvents, targetKey, type WithdrawalEvent, withdrawalsIn } from './fold'
import type { SourceRef } from './references'

export type CallEvent = LedgerEvent & { readonly body: Call }

/** A call that its device withdrew, with the withdrawal; if there are several, the first. */
export interface WithdrawnCall {
  readonly event: CallEvent
  readonly by: WithdrawalEvent
}

/** The calls to one source because of one warning, oldest first. */
export interface SourceCalls {
  readonly standing: readonly CallEvent[]
  /** Withdrawn calls: they do not count but stay readable. */
  readonly withdrawn: readonly WithdrawnCall[]
}

/** Calls by warning code, then by source key. */
export type Calls = ReadonlyMap<string, ReadonlyMap<string, SourceCalls>>

const NO_CALLS: SourceCalls = { standing: [], withdrawn: [] }

const isCall = (event: LedgerEvent): event is CallEvent => isKnown(event) && event.body.type === 'call'

/** When a call was made, ISO: the stated time, but never later than the time of writing. */
export const calledAt = ({ at, body }: CallEvent): string =>
  body.calledAt !== undefined && body.calledAt < at ? body.calledAt : at

const byTime = (a: CallEvent, b: CallEvent) => {
  const [one, other] = [calledAt(a), calledAt(b)]
  return one < other ? -1 : one > other ? 1 : compareEvents(a, b)
}

/**
 * All calls, with those withdrawn by the device that wrote them kept apart. The result does not depend on the order of
 * events or on duplicates.
 */
export function callsOf(events: Iterable<LedgerEvent>): Calls {
  const all = [...new Map([...events].map((event) => [event.id, event])).values()]
  const withdrawnBy = withdrawalsIn(all)
  const split = (calls: readonly CallEvent[]): SourceCalls => ({
    standing: calls.filter((event) => !withdrawnBy(event)),
    withdrawn: calls.flatMap((event) => {
      const by = withdrawnBy(event)
      return by ? [{ event, by }] : []
    }),
  })
  const byWarning = grouped(all.filter(isCall).sort(byTime), ({ body }) => body.warning.code)
  return new Map(
    [...byWarning].map(([code, calls]) => [
      code,
      new Map([...grouped(calls, ({ body }) => targetKey(body.target))].map(([key, own]) => [key, split(own)])),
    ]),
  )
}

/** The calls to a source because of a warning. */
export const callsTo = (calls: Calls, warning: string, source: Pick<SourceRef, 'kind' | 'code'>): SourceCalls =>
  calls.get(warning)?.get(targetKey(source)) ?? NO_CALLS
