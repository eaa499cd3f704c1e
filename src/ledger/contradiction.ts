import { grouped } from '@/domain/grouped'
import type { Answer } from './event'
import type { LedgerState, TargetState } from './fold'
import { hasResult } from './last-answer'
import { type Reviews, returningReview, reviewOf } from './review'
import { answersForRules, type InspectionEvent, type Visit, type VisitAnswer } from './visit'

/** Answers that contradict a failing item. Not having seen an item contradicts nothing. */
const CONTRADICTING = ['yes', 'not-applicable'] as const satisfies readonly Answer[]

/** Two tablets checked one source on one day, neither knew of the other's answers, and they differ. */
export interface Contradiction {
  /** The visit in which the items fail, and the one in which they do not. */
  readonly failing: Visit
  readonly other: Visit
  readonly answer: (typeof CONTRADICTING)[number]
  /** Items of the checklist, never empty. */
  readonly items: readonly string[]
  /** Visits to the source on later days. */
  readonly later: readonly Visit[]
}

/** Ids of a record of a visit, of the records it corrects, and of their other corrections. */
function family({ records, corrected, firsts }: Visit, event: InspectionEvent): ReadonlySet<string> {
  const first = firsts.get(event.id)
  const all = [...records, ...corrected].filter(({ id }) => firsts.get(id) === first)
  return new Set([...all, event, ...(first ? [first] : [])].map(({ id }) => id))
}

/**
 * Whether another record superseded the answer of a visit on its day or, by a clock set back, an earlier one: then the
 * answer counts on no later day. One that only says that the item could not be checked (无法核查), or of the same visit
 * that it does not apply (不适用), does not take away what was found, but what superseded that one knew of both.
 */
function outlivedAmong(visits: readonly Visit[]) {
  const superseding = new Map<string, { readonly other: Visit; readonly by: InspectionEvent }[]>()
  for (const other of visits)
    for (const by of other.records)
      for (const id of by.body.supersedes) {
        const known = superseding.get(id)
        if (known) known.push({ other, by })
        else superseding.set(id, [{ other, by }])
      }
  return (visit: Visit, event: InspectionEvent, item: string): boolean => {
    const known = new Set(family(visit, event))
    // Iterating over a Set includes ids added during the loop, each once.
    for (const id of known)
      for (const { other, by } of superseding.get(id) ?? []) {
        if (known.has(by.id) || other.day > visit.day || !Object.hasOwn(by.body.answers, item)) continue
        const answer = by.body.answers[item]
        const leaves = answer === 'not-seen' || (answer === 'not-applicable' && other === visit)
        if (!leaves) return true
        for (const each of family(other, by)) known.add(each)
      }
    return false
  }
}

/**
 * Whether a person's decision on an item stands in place of a record's answer. A record that neither knew the decision
 * nor was known to the person stands beside it.
 */
function decidedAmong(items: TargetState['items']) {
  const beside = new Map<string, ReadonlySet<string>>()
  for (const [item, { standing, conflict }] of items)
    if (standing.some(({ event }) => event.body.type === 'decision'))
      beside.set(item, new Set(conflict ? standing.map(({ event }) => event.id) : []))
  return (item: string, { id }: InspectionEvent): boolean => beside.get(item)?.has(id) === false
}

/** Finds the answers of a visit to a source that no later record and no person's decision has replaced. */
export function standingAnswersOf({ visits, items }: Pick<TargetState, 'visits' | 'items'>) {
  const isOutlived = outlivedAmong(visits)
  const isDecided = decidedAmong(items)
  return (visit: Visit): ReadonlyMap<string, VisitAnswer> =>
    new Map(
      [...answersForRules(visit)].filter(
        ([item, { event }]) => !isDecided(item, event) && !isOutlived(visit, event, item),
      ),
    )
}

/** The visits of days on which there was more than one. */
const besideOthers = (visits: readonly Visit[]): readonly (readonly Visit[])[] =>
  [...grouped(visits, ({ day }) => day).values()].filter((all) => all.length > 1)

/**
 * Contradictions between visits to a source, on which no person has decided. On different days there are none: the later
 * check tells what has changed since.
 */
export function contradictionsOf(state: Pick<TargetState, 'visits' | 'items'>): readonly Contradiction[] {
  const ofOneDay = besideOthers(state.visits)
  if (ofOneDay.length === 0) return []
  const standing = standingAnswersOf(state)
  return ofOneDay.flatMap((all) => {
    const said = all.map((visit) => ({ visit, answers: standing(visit) }))
    return said.flatMap((failing) => {
      const missed = [...failing.answers].flatMap(([item, { answer }]) => (answer === 'no' ? [item] : []))
      if (missed.length === 0) return []
      return said.flatMap((other) =>
        CONTRADICTING.flatMap((answer): readonly Contradiction[] => {
          const items = missed.filter((item) => other.answers.get(item)?.answer === answer)
          if (items.length === 0) return []
          const later = state.visits.filter(({ day }) => day > failing.visit.day)
          return [{ failing: failing.visit, other: other.visit, answer, items, later }]
        }),
      )
    })
  })
}

const isAccepted = ({ records }: Visit, reviews: Reviews) => reviewOf(records, reviews)?.verdict === 'accepted'

/**
 * The items of a contradiction that count as failing until the desk has settled it: none if it returned one of the two
 * visits or accepted the one in which nothing fails. An item that was seen again on a later day counts as it was then.
 */
export function unsettledItems(contradiction: Contradiction, reviews: Reviews): readonly string[] {
  const { failing, other, items, later } = contradiction
  if (isAccepted(other, reviews) || returningReview(failing, reviews) || returningReview(other, reviews)) return []
  const counted = later.filter((visit) => !returningReview(visit, reviews))
  return items.filter((item) => !hasResult(counted, item))
}

/** Contradictions of all sources. */
export const allContradictions = (state: LedgerState): readonly Contradiction[] =>
  [...state.values()].flatMap(contradictionsOf)

/**
 * Ids of the records that the desk accepted and that are not the only ones on their source and day: their answers count
 * even against failing items of another tablet. Which records contradict each other depends on those that are returned.
 */
export const acceptedBesideOthers = (state: LedgerState, reviews: Reviews): readonly string[] =>
  reviews.size === 0
    ? []
    : [...state.values()]
        .flatMap(({ visits }) => besideOthers(visits).flat())
        .filter((visit) => isAccepted(visit, reviews))
        .flatMap(({ records }) => records.map(({ id }) => id))
