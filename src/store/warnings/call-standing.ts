import { isInForce, type Warning } from '@/domain/warnings/warning'
import { type CallEvent, type Calls, callsTo } from '@/ledger/calls'
import { CALL_ANSWERS } from '@/ledger/event'
import { type LedgerState, targetKey } from '@/ledger/fold'
import { givenBack, type Reviews } from '@/ledger/review'
import { beganWith, type Visit } from '@/ledger/visit'

/** How a source stands towards a warning: by the last answer to a call. */
export const CALL_STANDINGS = ['refused', 'unreached', 'none', 'doing', 'done'] as const
export type CallStanding = (typeof CALL_STANDINGS)[number]

export interface CalledState {
  readonly standing: CallStanding
  /** Oldest first. */
  readonly calls: readonly CallEvent[]
  /**
   * The last check that began while the warning lasted, where something of it is not met: of the checklist of its kind, be it asked
   * by the warning or not. One that the desk gave back counts for nothing. Null without one.
   */
  readonly failed: Visit | null
}

/** All that is known of calls and checks. */
export interface Answered {
  readonly calls: Calls
  readonly state: LedgerState
  readonly reviews: Reviews
}

const MS_PER_MINUTE = 60_000

/** How many items of a visit are not met. */
export const notMet = ({ answers }: Visit) => [...answers.values()].filter(({ answer }) => answer === 'no').length

const isAnswer = (text: string): text is (typeof CALL_ANSWERS)[number] => CALL_ANSWERS.some((answer) => answer === text)

/** How a source stands towards a warning by all that is known of it. */
export function calledState(
  warning: Pick<Warning, 'code' | 'from' | 'until'>,
  source: { readonly kind: string; readonly code: string },
  { calls, state, reviews }: Answered,
): CalledState {
  const own = callsTo(calls, warning.code, source)
  const last = state
    .get(targetKey(source))
    ?.visits.findLast(
      (visit) => isInForce(warning, Date.parse(beganWith(visit).at) / MS_PER_MINUTE) && !givenBack(visit, reviews),
    )
  const answer = own.at(-1)?.body.answer ?? 'none'
  return {
    // An answer of a later version is an answer, though nobody here knows which.
    standing: answer === 'none' || isAnswer(answer) ? answer : 'doing',
    calls: own,
    failed: last && notMet(last) > 0 ? last : null,
  }
}
