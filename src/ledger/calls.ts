import { grouped } from '@/domain/grouped'
import { type Call, isKnown, type LedgerEvent } from './event'
import { compareEvents, type WithdrawalEvent, withdrawalsIn } from './fold'
import type { SourceRef } from './references'
import { type NamedSource, placed, placeOfTarget, type SharedCodes, targetKey } from './shared-code'

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

/** The same with the source as found in the package. */
export interface CalledTarget extends SourceCalls {
  readonly target: SourceRef
}

/** Calls by warning code, then by source key. */
export type Calls = ReadonlyMap<string, ReadonlyMap<string, CalledTarget>>

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
 * events or on duplicates. `shared`: the codes that several sources have.
 */
export function callsOf(events: Iterable<LedgerEvent>, shared: SharedCodes = {}): Calls {
  const all = [...new Map([...events].map((event) => [event.id, event])).values()]
  const withdrawnBy = withdrawalsIn(all)
  const targetOf = ({ body: { target } }: CallEvent) => placed(target, placeOfTarget(target, shared))
  const split = (calls: readonly CallEvent[]): CalledTarget => ({
    target: targetOf(calls[0]!),
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
      new Map([...grouped(calls, (call) => targetKey(targetOf(call)))].map(([key, own]) => [key, split(own)])),
    ]),
  )
}

/** The calls to a source because of a warning. */
export const callsTo = (calls: Calls, warning: string, source: NamedSource): SourceCalls =>
  calls.get(warning)?.get(targetKey(source)) ?? NO_CALLS
