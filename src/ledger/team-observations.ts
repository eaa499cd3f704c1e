import { dayOfInstant, type IsoDay, isDay } from '@/domain/calendar'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { isOnSiteItem } from '@/domain/warnings/on-site'
import { endedInVisit } from './ended-on-site'
import type { Answer, LedgerEvent } from './event'
import type { DecisionEvent, LedgerState, TargetState } from './fold'
import { ANY } from './shared-code'
import { deadlinesOf, firstOfCorrections, type Visit } from './visit'

/** Yes and no are findings; not applicable and not seen state nothing about a rule. */
const holds = (answer: Answer) => (answer === 'yes' ? true : answer === 'no' ? false : null)

/**
 * The ledger's results for the package's sources, as input for the rules. A disputed item gives no result until a
 * person decides, and neither does a record that may be about either of two sources.
 */
export function observationsOf(state: LedgerState): TeamObservation[] {
  return [...state.values()].filter(({ target }) => target.nth !== ANY).flatMap(seenOfTarget)
}

function seenOfTarget(state: TargetState): TeamObservation[] {
  const { target, visits, items } = state
  const { name: _, ...source } = target
  const disputed = new Set([...items].flatMap(([item, { conflict }]) => (conflict ? [item] : [])))
  const decided = [...items].flatMap(([item, { standing }]) =>
    standing.flatMap(({ event, answer }) =>
      event.body.type === 'decision' ? [{ event: { ...event, body: event.body }, item, answer }] : [],
    ),
  )
  const settled = new Set(decided.map(({ item }) => item))
  const said = (answers: readonly (readonly [string, Answer])[]) =>
    Object.fromEntries(
      answers.flatMap(([item, answer]) => {
        const value = holds(answer)
        // On-site items of a warning are not requirements of the plan.
        return value === null || disputed.has(item) || isOnSiteItem(item) ? [] : [[item, value]]
      }),
    )
  /**
   * Whether another answer superseded it on the same day or, by a clock set back, an earlier one: then it counts on no
   * later day.
   */
  const outlived = (day: IsoDay, event: LedgerEvent, item: string) =>
    visits.some(
      (other) =>
        other.day <= day &&
        other.records.some(({ body }) => body.supersedes.includes(event.id) && Object.hasOwn(body.answers, item)),
    )
  return [
    // A visit in which nothing could be seen does not change the source.
    ...visits.filter(sawSomething).map((visit) => ({
      ...source,
      day: visit.day,
      answers: said(
        [...visit.answers].flatMap(([item, { answer, event }]) =>
          settled.has(item) || outlived(visit.day, event, item) ? [] : [[item, answer] as const],
        ),
      ),
      deadlines: daysOf(visit),
      ...endedInVisit(visit),
    })),
    ...decided.map(({ event, item, answer }) => ({
      ...source,
      day: dayOfInstant(event.at),
      answers: said([[item, answer]]),
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

const sawSomething = ({ answers }: Visit) => [...answers.values()].some(({ answer }) => answer !== 'not-seen')
