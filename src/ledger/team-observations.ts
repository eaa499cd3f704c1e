import { dayOfInstant, type IsoDay, isDay } from '@/domain/calendar'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { isOnSiteItem } from '@/domain/warnings/on-site'
import { contradictionsOf, standingAnswersOf } from './contradiction'
import { endedInVisit } from './ended-on-site'
import type { Answer, LedgerEvent } from './event'
import type { DecisionEvent, LedgerState, TargetState } from './fold'
import { atOnce, type Steps } from './in-slices'
import { ANY } from './shared-code'
import { answersForRules, deadlinesOf, firstOfCorrections, type Visit } from './visit'

/** Yes and no are findings; not applicable and not seen state nothing about a rule. */
const holds = (answer: Answer) => (answer === 'yes' ? true : answer === 'no' ? false : null)

/**
 * The ledger's results for the package's sources, as input for the rules. A record that may be about either of two
 * sources gives none. If two tablets contradict each other on one day, the failing answer counts, so that no open
 * finding and no deadline is lost, and the other does not until the desk accepts it or a person decides.
 * @param accepted ids of the records that the desk accepted although they contradict a failing answer.
 */
export const observationsOf = (state: LedgerState, accepted?: Iterable<string>): TeamObservation[] =>
  atOnce(observationSteps(state, accepted))

/** The same in steps, for the page. */
export function* observationSteps(state: LedgerState, accepted: Iterable<string> = []): Steps<TeamObservation[]> {
  const ids = new Set(accepted)
  const all: TeamObservation[] = []
  for (const each of state.values()) {
    if (each.target.nth !== ANY) for (const seen of observedOf(each, ids)) all.push(seen)
    yield
  }
  return all
}

function observedOf(state: TargetState, accepted: ReadonlySet<string>): readonly TeamObservation[] {
  const records = state.visits.flatMap((visit) => visit.records.map(({ id }) => id))
  const own = records.filter((id) => accepted.has(id)).join()
  const known = made.get(state)
  if (known?.accepted === own) return known.seen
  const seen = seenOfTarget(state, accepted)
  made.set(state, { accepted: own, seen })
  return seen
}

/**
 * The observations of a source, and which of its records were accepted then. A new record changes the state of one
 * source; making those of thousands again would hold up the page.
 */
const made = new WeakMap<TargetState, { readonly accepted: string; readonly seen: readonly TeamObservation[] }>()

function seenOfTarget(state: TargetState, accepted: ReadonlySet<string>): TeamObservation[] {
  const { target, visits, items } = state
  const { name: _, ...source } = target
  const decided = [...items].flatMap(([item, { standing }]) =>
    standing.flatMap(({ event, answer }) =>
      event.body.type === 'decision' ? [{ event: { ...event, body: event.body }, item, answer }] : [],
    ),
  )
  const standing = standingAnswersOf(state)
  const withheld = new Map<Visit, Set<string>>()
  for (const { other, items: of } of contradictionsOf(state))
    if (!other.records.every(({ id }) => accepted.has(id)))
      withheld.set(other, new Set([...(withheld.get(other) ?? []), ...of]))
  const dayOf = (event: LedgerEvent) => visits.find(({ firsts }) => firsts.has(event.id))?.day ?? dayOfInstant(event.at)
  /** Whether a failing answer of the same day, unknown to the person who decided otherwise, stands beside the decision. */
  const isOpposed = (event: LedgerEvent, item: string, answer: Answer) =>
    answer !== 'no' &&
    items.get(item)!.standing.some((other) => other.answer === 'no' && dayOf(other.event) === dayOf(event))
  const said = (answers: readonly (readonly [string, Answer])[]) =>
    Object.fromEntries(
      answers.flatMap(([item, answer]) => {
        const value = holds(answer)
        // On-site items of a warning are not requirements of the plan.
        return value === null || isOnSiteItem(item) ? [] : [[item, value]]
      }),
    )
  return [
    // A visit in which nothing could be seen does not change the source.
    ...visits.flatMap((visit) => {
      const answers = answersForRules(visit)
      if ([...answers.values()].every(({ answer }) => answer === 'not-seen')) return []
      const held = withheld.get(visit)
      const counting = [...standing(visit)].filter(([item]) => !held?.has(item))
      return {
        ...source,
        day: visit.day,
        answers: said(counting.map(([item, { answer }]) => [item, answer])),
        deadlines: daysOf({ answers }),
        // The source is not said to be no more either, as long as another tablet's failing item counts.
        ...(held ? {} : endedInVisit(visit)),
      }
    }),
    ...decided.map(({ event, item, answer }) => ({
      ...source,
      day: dayOfInstant(event.at),
      answers: said(isOpposed(event, item, answer) ? [] : [[item, answer]]),
      deadlines: daysOfDecision(state, event),
    })),
  ]
}

/**
 * Deadlines for a decision. A person who decides between answers of tablets sets no deadline: the deadline of the last
 * record among the settled answers stays in force, also through a decision that this one replaces. Deadlines of other
 * records do not count: their failure may have been put right long ago.
 */
function daysOfDecision({ visits, decisions }: TargetState, { body: { item, supersedes } }: DecisionEvent) {
  const known = new Map(
    visits.flatMap((visit) => [...visit.records, ...visit.corrected]).map((each) => [each.id, each]),
  )
  const earlier = new Map(decisions.map((each) => [each.id, each.body]))
  const first = new Set<string>()
  // Iterating over a Set includes ids added during the loop, each once.
  const settled = new Set(supersedes)
  for (const id of settled) {
    const record = known.get(id)
    if (record) first.add(firstOfCorrections(record, known).id)
    for (const before of earlier.get(id)?.supersedes ?? []) settled.add(before)
  }
  const days = visits.flatMap(({ records }) =>
    records
      .filter((record) => first.has(firstOfCorrections(record, known).id) && Object.hasOwn(record.body.answers, item))
      .flatMap((event) => {
        const answers = new Map([[item, { answer: event.body.answers[item]!, event }]])
        return Object.values(daysOf({ answers }))
      }),
  )
  const last = days.at(-1)
  return last === undefined ? {} : { [item]: last }
}

/** Deadlines that are valid days: a date field accepts five-digit years, which the rules do not. */
const daysOf = (visit: Pick<Visit, 'answers'>) =>
  Object.fromEntries(Object.entries(deadlinesOf(visit)).filter((each): each is [string, IsoDay] => isDay(each[1])))
