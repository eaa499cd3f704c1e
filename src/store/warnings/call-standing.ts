import type { IsoDay } from '@/domain/calendar'
import { minuteAfter, minuteAt } from '@/domain/monitoring/minute-of'
import { isOnSiteItem, readOnSiteItem } from '@/domain/warnings/on-site'
import { type CallResult, type CallStanding, combinedStanding } from '@/domain/warnings/standing'
import { isInForce, type Warning } from '@/domain/warnings/warning'
import { type CallEvent, type Calls, calledAt, callsTo, type SourceCalls } from '@/ledger/calls'
import { type Answer, CALL_ANSWERS } from '@/ledger/event'
import type { LedgerState } from '@/ledger/fold'
import type { SourceRef } from '@/ledger/references'
import { type Reviews, returningReview } from '@/ledger/review'
import { type NamedSource, targetKey } from '@/ledger/shared-code'
import { firstRecordOf, type Visit } from '@/ledger/visit'

/** The answer of a check to a measure that the warning requires. */
export interface OnSiteAnswer {
  /** Id of the measure. */
  readonly measure: string
  readonly answer: Answer
  readonly day: IsoDay
}

/** Standing of a source towards a warning at the end of a day. */
export interface CalledState {
  readonly standing: CallStanding
  /** Oldest first. */
  readonly calls: readonly CallEvent[]
  /** Calls made after that day, oldest first: kept, but not part of the standing. */
  readonly later: readonly CallEvent[]
  /** Withdrawn calls; they stay readable. */
  readonly withdrawn: SourceCalls['withdrawn']
  /**
   * The last check begun during the warning, if it has failed items of the kind's checklist; answers to measures of
   * warnings are in `onSite`. Checks that the desk returned do not count. Null if none.
   */
  readonly failed: Visit | null
  /** What checks during the warning found on its measures, the last answer to each. */
  readonly onSite: readonly OnSiteAnswer[]
}

/** Everything known about calls and checks. */
export interface CallEvidence {
  readonly calls: Calls
  readonly state: LedgerState
  readonly reviews: Reviews
}

type Asking = Pick<Warning, 'code' | 'from' | 'until'>

/** Number of failed items of a visit that are not measures of a warning. */
export const countOtherFailed = ({ answers }: Visit) =>
  [...answers].filter(([item, { answer }]) => answer === 'no' && !isOnSiteItem(item)).length

/** Whether a measure of the warning was found not carried out, by the last answer to it. */
const isUnmet = ({ onSite }: Pick<CalledState, 'onSite'>) => onSite.some(({ answer }) => answer === 'no')

const isAnswer = (text: string): text is (typeof CALL_ANSWERS)[number] => CALL_ANSWERS.some((answer) => answer === text)

/** Standing of a source towards a warning at the end of a day, from everything known about it. */
export function calledState(
  warning: Asking,
  source: NamedSource,
  { calls, state, reviews }: CallEvidence,
  day: IsoDay,
): CalledState {
  const after = minuteAfter(day)
  const { standing: all, withdrawn } = callsTo(calls, warning.code, source)
  const isLater = (event: CallEvent) => minuteAt(calledAt(event)) >= after
  const own = all.filter((event) => !isLater(event))
  const visits = (state.get(targetKey(source))?.visits ?? []).filter((visit) => {
    const began = minuteAt(firstRecordOf(visit).at)
    return began < after && isInForce(warning, began) && !returningReview(visit, reviews)
  })
  const last = visits.at(-1)
  const answer = own.at(-1)?.body.answer ?? 'none'
  return {
    // An answer of a later version is an answer, though its meaning is unknown here.
    standing: answer === 'none' || isAnswer(answer) ? answer : 'doing',
    ...{ calls: own, later: all.filter(isLater), withdrawn },
    failed: last && countOtherFailed(last) > 0 ? last : null,
    onSite: onSiteIn(visits, warning.code),
  }
}

/** Standing of a source that is called together with its parts, from everything known about all of them. */
export function calledStateOfAll(
  warning: Asking,
  source: NamedSource & { readonly parts: readonly NamedSource[] },
  answered: CallEvidence,
  day: IsoDay,
): CalledState {
  const all = [source, ...source.parts].map((each) => calledState(warning, each, answered, day))
  const [own] = all
  if (all.length === 1) return own!
  const inOrder = (events: readonly CallEvent[]) =>
    [...events].sort((a, b) => (calledAt(a) < calledAt(b) ? -1 : calledAt(a) > calledAt(b) ? 1 : 0))
  return {
    standing: combinedStanding(all.map(({ standing }) => standing)),
    calls: inOrder(all.flatMap(({ calls }) => calls)),
    later: inOrder(all.flatMap(({ later }) => later)),
    withdrawn: all.flatMap(({ withdrawn }) => withdrawn),
    failed: all.find(({ failed }) => failed)?.failed ?? null,
    onSite: all.flatMap(({ onSite }) => onSite),
  }
}

function onSiteIn(visits: readonly Visit[], warning: string): readonly OnSiteAnswer[] {
  const found = new Map<string, OnSiteAnswer>()
  for (const { answers, day } of visits)
    for (const [item, { answer }] of answers) {
      const about = readOnSiteItem(item)
      if (about?.warning === warning) found.set(about.measure, { measure: about.measure, answer, day })
    }
  return [...found.values()]
}

/** All sources with known facts: those called, even if later or withdrawn, and those where a check failed. */
export function knownStandings(warning: Asking, answered: CallEvidence, day: IsoDay): readonly CallResult[] {
  const called = [...(answered.calls.get(warning.code)?.values() ?? [])].map(({ target }) => target)
  const isCalled = new Set(called.map(targetKey))
  const standingOf = ({ name: _, ...source }: SourceRef): CallResult => {
    const state = calledState(warning, source, answered, day)
    return { ...source, standing: state.standing, unmet: isUnmet(state), failed: state.failed !== null }
  }
  const checked = [...answered.state.values()].flatMap(({ target, visits }) =>
    visits.length === 0 || isCalled.has(targetKey(target)) ? [] : target,
  )
  return [...called.map(standingOf), ...checked.map(standingOf).filter(({ unmet, failed }) => unmet || failed)]
}
