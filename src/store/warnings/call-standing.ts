import type { IsoDay } from '@/domain/calendar'
import { minuteAfter, minuteAt } from '@/domain/monitoring/minute-of'
import { readOnSiteItem } from '@/domain/warnings/on-site'
import { type CallStanding, type KnownStanding, standingOfAll } from '@/domain/warnings/standing'
import { isInForce, type Warning } from '@/domain/warnings/warning'
import { type CallEvent, type Calls, type CallsToOne, calledAt, callsTo } from '@/ledger/calls'
import { type Answer, CALL_ANSWERS } from '@/ledger/event'
import { type LedgerState, targetKey } from '@/ledger/fold'
import type { SourceRef } from '@/ledger/references'
import { givenBack, type Reviews } from '@/ledger/review'
import { beganWith, type Visit } from '@/ledger/visit'

/** What a check found of a measure that the warning asks. */
export interface OnSite {
  /** The id of the measure. */
  readonly measure: string
  readonly answer: Answer
  readonly day: IsoDay
}

/** How a source stands towards a warning at the end of a day. */
export interface CalledState {
  readonly standing: CallStanding
  /** Oldest first. */
  readonly calls: readonly CallEvent[]
  /** Those that were made after that day, oldest first: they are kept, and say nothing of it. */
  readonly later: readonly CallEvent[]
  /** What was taken back; it stays readable. */
  readonly withdrawn: CallsToOne['withdrawn']
  /**
   * The last check that began while the warning lasted, where something of it is not met: of the checklist of its kind, be it asked
   * by the warning or not. One that the desk gave back counts for nothing. Null without one.
   */
  readonly failed: Visit | null
  /** What checks of that time found of what the warning asks, each the last word. */
  readonly onSite: readonly OnSite[]
}

/** All that is known of calls and checks. */
export interface Answered {
  readonly calls: Calls
  readonly state: LedgerState
  readonly reviews: Reviews
}

type Asking = Pick<Warning, 'code' | 'from' | 'until'>

/** How many items of a visit are not met. */
export const notMet = ({ answers }: Visit) => [...answers.values()].filter(({ answer }) => answer === 'no').length

const isAnswer = (text: string): text is (typeof CALL_ANSWERS)[number] => CALL_ANSWERS.some((answer) => answer === text)

/** How a source stands towards a warning at the end of a day, by all that is known of it. */
export function calledState(
  warning: Asking,
  source: Pick<SourceRef, 'kind' | 'code'>,
  { calls, state, reviews }: Answered,
  day: IsoDay,
): CalledState {
  const after = minuteAfter(day)
  const { standing: all, withdrawn } = callsTo(calls, warning.code, source)
  const isLater = (event: CallEvent) => minuteAt(calledAt(event)) >= after
  const own = all.filter((event) => !isLater(event))
  const visits = (state.get(targetKey(source))?.visits ?? []).filter((visit) => {
    const began = minuteAt(beganWith(visit).at)
    return began < after && isInForce(warning, began) && !givenBack(visit, reviews)
  })
  const last = visits.at(-1)
  const answer = own.at(-1)?.body.answer ?? 'none'
  return {
    // An answer of a later version is an answer, though nobody here knows which.
    standing: answer === 'none' || isAnswer(answer) ? answer : 'doing',
    ...{ calls: own, later: all.filter(isLater), withdrawn },
    failed: last && notMet(last) > 0 ? last : null,
    onSite: onSiteIn(visits, warning.code),
  }
}

/** How one stands who is called with its parts, by all that is known of it and of them. */
export function calledStateOfAll(
  warning: Asking,
  source: Pick<SourceRef, 'kind' | 'code'> & { readonly parts: readonly Pick<SourceRef, 'kind' | 'code'>[] },
  answered: Answered,
  day: IsoDay,
): CalledState {
  const all = [source, ...source.parts].map((each) => calledState(warning, each, answered, day))
  const [own] = all
  if (all.length === 1) return own!
  const inOrder = (events: readonly CallEvent[]) =>
    [...events].sort((a, b) => (calledAt(a) < calledAt(b) ? -1 : calledAt(a) > calledAt(b) ? 1 : 0))
  return {
    standing: standingOfAll(all.map(({ standing }) => standing)),
    calls: inOrder(all.flatMap(({ calls }) => calls)),
    later: inOrder(all.flatMap(({ later }) => later)),
    withdrawn: all.flatMap(({ withdrawn }) => withdrawn),
    failed: all.find(({ failed }) => failed)?.failed ?? null,
    onSite: all.flatMap(({ onSite }) => onSite),
  }
}

function onSiteIn(visits: readonly Visit[], warning: string): readonly OnSite[] {
  const found = new Map<string, OnSite>()
  for (const { answers, day } of visits)
    for (const [item, { answer }] of answers) {
      const about = readOnSiteItem(item)
      if (about?.warning === warning) found.set(about.measure, { measure: about.measure, answer, day })
    }
  return [...found.values()]
}

/** All of whom something is known: who was called, be it later or taken back, and where a check found something. */
export function knownStandings(warning: Asking, answered: Answered, day: IsoDay): readonly KnownStanding[] {
  const called = [...(answered.calls.get(warning.code)?.values() ?? [])].map(
    ({ standing, withdrawn }) => (standing[0] ?? withdrawn[0]!.event).body.target,
  )
  const isCalled = new Set(called.map(targetKey))
  const standingOf = ({ kind, code }: SourceRef): KnownStanding => {
    const { standing, failed } = calledState(warning, { kind, code }, answered, day)
    return { kind, code, standing, failed: failed !== null }
  }
  const checked = [...answered.state.values()].flatMap(({ target, visits }) =>
    visits.length === 0 || isCalled.has(targetKey(target)) ? [] : target,
  )
  return [...called.map(standingOf), ...checked.map(standingOf).filter(({ failed }) => failed)]
}
