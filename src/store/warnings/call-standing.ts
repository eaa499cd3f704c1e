import { dayOfInstant } from '@/domain/calendar'
import type { Warning } from '@/domain/warnings/warning'
import { type CallEvent, type Calls, callsTo } from '@/ledger/calls'
import { CALL_ANSWERS } from '@/ledger/event'
import { type LedgerState, targetKey } from '@/ledger/fold'
import type { Visit } from '@/ledger/visit'

/** How a source stands towards a warning: by what a check found meanwhile, else by the last answer to a call. */
export const CALL_STANDINGS = ['failed', 'refused', 'unreached', 'none', 'doing', 'done'] as const
export type CallStanding = (typeof CALL_STANDINGS)[number]

export interface CalledState {
  readonly standing: CallStanding
  /** Oldest first. */
  readonly calls: readonly CallEvent[]
  /** The last check while the warning lasted that found something wrong, and after which none found all right; null without one. */
  readonly failed: Visit | null
}

const MS_PER_MINUTE = 60_000
const dayOf = (minute: number) => dayOfInstant(new Date(minute * MS_PER_MINUTE).toISOString())

/** How many items of a visit are not met. */
export const notMet = ({ answers }: Visit) => [...answers.values()].filter(({ answer }) => answer === 'no').length

const isAnswer = (text: string): text is (typeof CALL_ANSWERS)[number] => CALL_ANSWERS.some((answer) => answer === text)

/** How a source stands towards a warning by all that is known of it. */
export function calledState(
  warning: Pick<Warning, 'code' | 'from' | 'until'>,
  source: { readonly kind: string; readonly code: string },
  calls: Calls,
  state: LedgerState,
): CalledState {
  const own = callsTo(calls, warning.code, source)
  const [from, until] = [dayOf(warning.from), warning.until === null ? null : dayOf(warning.until)]
  const last = state
    .get(targetKey(source))
    ?.visits.findLast(({ day }) => day >= from && (until === null || day <= until))
  const failed = last && notMet(last) > 0 ? last : null
  const answer = own.at(-1)?.body.answer ?? 'none'
  // An answer of a later version is an answer, though nobody here knows which.
  return { standing: failed ? 'failed' : answer === 'none' || isAnswer(answer) ? answer : 'doing', calls: own, failed }
}
