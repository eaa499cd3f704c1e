import type { LedgerEvent } from './event'
import { hashOf, NO_HASH } from './event-chain'

/** A fault in a device's chain of events. */
export interface ChainFault {
  readonly event: string
  readonly fault: 'altered' | 'gap' | 'fork'
}

/**
 * Checks that each event is unaltered and follows the previous one. `known` are the events already held; an event that
 * is already known must be identical.
 */
export function checkChain(events: readonly LedgerEvent[], known: ReadonlyMap<string, LedgerEvent>): ChainFault[] {
  const sorted = [...events].sort((a, b) => a.sequence - b.sequence)
  const byId = new Map(sorted.map((event) => [event.id, event]))
  return sorted.flatMap((event): ChainFault[] => {
    if (event.id !== `${event.device}-${event.sequence}` || hashOf(event) !== event.hash)
      return [{ event: event.id, fault: 'altered' }]
    const same = known.get(event.id)
    if (same && same.hash !== event.hash) return [{ event: event.id, fault: 'fork' }]
    if (event.sequence === 1) return event.before === NO_HASH ? [] : [{ event: event.id, fault: 'altered' }]
    const beforeId = `${event.device}-${event.sequence - 1}`
    const before = byId.get(beforeId) ?? known.get(beforeId)
    if (!before) return [{ event: event.id, fault: 'gap' }]
    return before.hash === event.before ? [] : [{ event: event.id, fault: 'fork' }]
  })
}
