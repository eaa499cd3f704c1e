import type { IsoDay } from '@/domain/calendar'
import type { Answer } from './event'
import type { LedgerState, TargetState } from './fold'
import { type Reviews, returningReview, reviewOf } from './review'
import type { InspectionEvent, Visit } from './visit'

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
}

/** Ids of a record of a visit, of the records it corrects, and of their other corrections. */
function family({ records, corrected, firsts }: Visit, event: InspectionEvent): ReadonlySet<string> {
  const first = firsts.get(event.id)
  const all = [...records, ...corrected].filter(({ id }) => firsts.get(id) === first)
  return new Set([...all, event, ...(first ? [first] : [])].map(({ id }) => id))
}

/**
 * Whether another record superseded the answer of a visit on its day or, by a clock set back, an earlier one: then the
 * answer counts on no later day.
 */
export function isOutlived(visits: readonly Visit[], visit: Visit, event: InspectionEvent, item: string): boolean {
  const own = family(visit, event)
  return visits.some(
    (other) =>
      other.day <= visit.day &&
      other.records.some(
        ({ id, body }) =>
          !own.has(id) && Object.hasOwn(body.answers, item) && body.supersedes.some((each) => own.has(each)),
      ),
  )
}

/**
 * Whether a person's decision on an item stands in place of a record's answer. A record that neither knew the decision
 * nor was known to the person stands beside it.
 */
export function isDecided({ items }: Pick<TargetState, 'items'>, item: string, event: InspectionEvent): boolean {
  const { standing = [], conflict = false } = items.get(item) ?? {}
  if (!standing.some((each) => each.event.body.type === 'decision')) return false
  return !conflict || !standing.some((each) => each.event.id === event.id)
}

/**
 * Contradictions between visits to a source, on which no person has decided. On different days there are none: the later
 * check tells what has changed since.
 */
export function contradictionsOf(state: Pick<TargetState, 'visits' | 'items'>): readonly Contradiction[] {
  const { visits } = state
  const byDay = new Map<IsoDay, Visit[]>()
  for (const visit of visits) byDay.set(visit.day, [...(byDay.get(visit.day) ?? []), visit])
  const ofOneDay = [...byDay.values()].filter((all) => all.length > 1)
  if (ofOneDay.length === 0) return []
  const answerIn = (visit: Visit, item: string): Answer | null => {
    const said = visit.answers.get(item)
    return !said || isDecided(state, item, said.event) || isOutlived(visits, visit, said.event, item)
      ? null
      : said.answer
  }
  return ofOneDay.flatMap((all) =>
    all.flatMap((failing) =>
      all.flatMap((other) =>
        CONTRADICTING.flatMap((answer): readonly Contradiction[] => {
          const items = [...failing.answers.keys()].filter(
            (item) => answerIn(failing, item) === 'no' && answerIn(other, item) === answer,
          )
          return items.length > 0 ? [{ failing, other, answer, items }] : []
        }),
      ),
    ),
  )
}

const isAccepted = ({ records }: Visit, reviews: Reviews) => reviewOf(records, reviews)?.verdict === 'accepted'

/**
 * Whether the desk has still to settle a contradiction: it neither returned one of the two visits nor accepted the one
 * in which nothing fails. Until then the failing items count as failing.
 */
export const isUnsettled = ({ failing, other }: Contradiction, reviews: Reviews): boolean =>
  !isAccepted(other, reviews) && !returningReview(failing, reviews) && !returningReview(other, reviews)

/** Contradictions of all sources. */
export const allContradictions = (state: LedgerState): readonly Contradiction[] =>
  [...state.values()].flatMap(contradictionsOf)

/**
 * Ids of the records that contradict failing items of another tablet and that the desk accepted nevertheless: their
 * answers count.
 */
export const acceptedAgainstFailing = (state: LedgerState, reviews: Reviews): readonly string[] =>
  reviews.size === 0
    ? []
    : allContradictions(state)
        .filter(({ other }) => isAccepted(other, reviews))
        .flatMap(({ other }) => other.records.map(({ id }) => id))
