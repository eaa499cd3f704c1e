import { grouped } from '@/domain/grouped'
import { type Call, isKnown, type LedgerEvent, type SourceRef } from './event'
import { targetKey } from './fold'

export type CallEvent = LedgerEvent & { readonly body: Call }

const isCall = (event: LedgerEvent): event is CallEvent => isKnown(event) && event.body.type === 'call'

const byTime = (a: CallEvent, b: CallEvent) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence

/** Calls by warning and source, each oldest first. */
export type Calls = ReadonlyMap<string, ReadonlyMap<string, readonly CallEvent[]>>

/**
 * All calls that were not withdrawn by the device that wrote them. It is the same whatever the order in which events came, and
 * however often.
 */
export function callsOf(events: Iterable<LedgerEvent>): Calls {
  const all = [...new Map([...events].map((event) => [event.id, event])).values()]
  const withdrawn = new Set(
    all.flatMap(({ device, body }) => (isKnownWithdrawal(body) ? [`${device} ${body.event}`] : [])),
  )
  const standing = all.filter(isCall).filter(({ device, id }) => !withdrawn.has(`${device} ${id}`))
  const byWarning = grouped(standing.sort(byTime), ({ body }) => body.warning.code)
  return new Map([...byWarning].map(([code, calls]) => [code, grouped(calls, ({ body }) => targetKey(body.target))]))
}

const isKnownWithdrawal = (body: LedgerEvent['body']): body is Extract<LedgerEvent['body'], { type: 'withdrawal' }> =>
  body.type === 'withdrawal'

/** The calls to a source because of a warning, oldest first. */
export const callsTo = (
  calls: Calls,
  warning: string,
  source: Pick<SourceRef, 'kind' | 'code'>,
): readonly CallEvent[] => calls.get(warning)?.get(targetKey(source)) ?? []
