import { callsOf } from '@/ledger/calls'
import { casesOf } from '@/ledger/cases'
import type { LedgerEvent } from '@/ledger/event'
import { foldLedger, type LedgerState } from '@/ledger/fold'
import { roundReports } from '@/ledger/rounds'
import type { SharedCodes } from '@/ledger/shared-code'
import { verdictsOf } from '@/ledger/verdicts'

/** A folded state; `shared`: the codes with which exactly the given events were folded to it. */
interface Folded {
  readonly state: LedgerState
  readonly shared?: SharedCodes
}

/**
 * Everything derived from the events that count. `shared`: the codes that several sources of the open package have;
 * `before`: a state of these or other events, of which whatever is still the same is taken over.
 */
export const whatComesOf = (events: readonly LedgerEvent[], shared: SharedCodes, before: Folded) => ({
  state: before.shared === shared ? before.state : foldLedger(events, before.state, shared),
  rounds: roundReports(events),
  calls: callsOf(events, shared),
  cases: casesOf(events),
  verdicts: verdictsOf(events),
})

/**
 * The event that is known already, if it is the same as the one read again: what was derived from that one is then not
 * derived again.
 */
export function sameEvent(event: LedgerEvent, known: ReadonlyMap<string, LedgerEvent> | null): LedgerEvent {
  const other = known?.get(event.id)
  return other?.hash === event.hash && other.signature === event.signature ? other : event
}
