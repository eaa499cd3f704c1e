import type { IsoDay } from '@/domain/calendar'
import type { SentenceOf } from '@/domain/plan/carried-figure'
import {
  type CarriedMeasure,
  type CarriedRule,
  type CarryBase,
  type ClauseLinks,
  carriedMeasures,
  carriedRules,
  clauseFieldOf,
  dayOfRule,
  WITHOUT_DAY,
  withEarlierData,
} from '@/domain/plan/carry-over'
import { clauseOf, clauseParts, type DraftClause } from '@/domain/plan/draft'
import { type DraftRow, type RowPlacements, withRows } from '@/domain/plan/draft-rows'
import { sentenceAround } from '@/domain/plan/phrase'
import { plainForm, textOfSpan } from '@/domain/plan/plan-text'
import type { Clause, PlanTarget, Recurrence } from '@/domain/rules/clause'
import type { Rule, UnreadRule } from '@/domain/rules/rule'
import { rulesNotOver, withPredecessors } from '@/domain/rules/rule-change'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { Dataset } from '@/questions/dataset'

export const UNCHANGED_INTERVAL = 'as-asked'
/** The decision on a requirement of last year's plan. */
export interface RuleChoice {
  readonly keep: boolean
  /** Day by which it must be met; '' if it has none or none is known, {@link WITHOUT_DAY} if it continues without one. */
  readonly day: string
  /** The required figure; null if it has none, or if there are several and none was chosen. */
  readonly figure: number | null
  /** The new interval, or {@link UNCHANGED_INTERVAL}; null if not decided, and if the plan does not change it. */
  readonly every: Recurrence | typeof UNCHANGED_INTERVAL | null
  /**
   * The lead departments, and the index of the clause's part that names them; `part` is null if one lead applies to the
   * whole clause, or none was chosen.
   */
  readonly lead: readonly string[]
  readonly part: number | null
}

/** The user's choice, with the sign of the proposal it was made for: it does not apply to a different proposal. */
export interface RuleDecision {
  readonly of: string
  readonly keep?: boolean
  readonly day?: string
  readonly figure?: number
  readonly every?: Recurrence | typeof UNCHANGED_INTERVAL
  readonly part?: number
}

/** What a clause takes over from last year's clause that it continues. */
export interface CarryOver {
  readonly clause: number
  readonly earlier: Clause
  readonly rules: readonly CarriedRule[]
  readonly measures: readonly CarriedMeasure[]
  /** Requirements that this version cannot read: they continue as written, or end. */
  readonly unread: readonly UnreadRule[]
  /** Whether one of its requirements concerns tasks that the plan names. */
  readonly hasTasks: boolean
  /** Same sign as long as the same is taken over: if it changes, the confirmation is void. */
  readonly sign: string
}

/** The user's decisions that determine what continues. */
export interface Decided {
  readonly drafts: readonly DraftClause[]
  /** The plan that was read, with the rows of its tables; `placed` is where the user put them. */
  readonly proposal: { readonly text: string; readonly rows: readonly DraftRow[] } | null
  readonly placed: RowPlacements
  readonly links: ClauseLinks
  /** Measures of last year that do not continue, by {@link measureKey}. */
  readonly declined: ReadonlySet<string>
}
type Known = Pick<Dataset, 'clauses' | 'rules' | 'unreadRules' | 'kinds'>

/** Key of the measure of a target of last year. */
export const measureKey = (clause: number, { what, unit, value }: PlanTarget): string =>
  [clause, what.zh, value, unit].join(' ')

/** The sentence that contains a target, by the position of the field it came from. */
function sentencesOf({ drafts, proposal }: Decided): (clause: number) => SentenceOf {
  return (clause) => {
    const draft = drafts.find(({ number }) => number === clause)
    const plain = plainForm(proposal?.text.slice(draft?.start, draft?.end) ?? '')
    return ({ what, value, unit }) => {
      const field = draft?.fields.find(
        (each) =>
          each.value.kind === 'figure' &&
          each.value.what.trim() === what.zh &&
          each.value.value === value &&
          each.value.unit === unit,
      )
      const [span] = field?.spans ?? []
      if (!draft || !span) return ''
      const place = { start: span.start - draft.start, end: span.end - draft.start }
      return textOfSpan(plain, sentenceAround(plain, { start: 0, end: plain.length }, place))
    }
  }
}

/** Input for carrying over. */
const baseOf = (decided: Decided, { kinds }: Known): CarryBase => ({
  ...{ links: decided.links, kinds, sentenceOf: sentencesOf(decided) },
  partsOf(clause) {
    const draft = decided.drafts.find(({ number }) => number === clause)
    return draft ? clauseParts(draft).map((part, i) => ({ ...part, words: draft.parts[i]!.words })) : []
  },
})

/** The clauses as decided, each with the data of the clause it continues. */
export function nextClauses(decided: Decided, known: Known): Clause[] {
  const { drafts, proposal, placed, links, declined } = decided
  const from = new Map([...links].map(([earlier, now]) => [now, earlier]))
  const base = baseOf(decided, known)
  return withRows(drafts, proposal?.rows ?? [], placed)
    .filter(({ isKept }) => isKept)
    .map((draft) => {
      const clause = clauseOf(draft)
      const earlier = known.clauses.find(({ number }) => number === from.get(draft.number))
      if (!earlier) return clause
      return withEarlierData(clause, earlier, base, (target) => declined.has(measureKey(draft.number, target)))
    })
}

/** A value that counts how many meet a requirement is removed together with the requirement. */
export function withoutEndedRules(clause: Clause, goingOn: readonly CarriedRule[]): Clause {
  const ids = new Set(goingOn.map(({ earlier }) => earlier.id))
  const targets = clause.targets.map((target) => {
    if (target.measure?.of !== 'passing' || ids.has(target.measure.rule)) return target
    const { measure: _, ...unmeasured } = target
    return unmeasured
  })
  const figures = clause.figures?.filter(({ measure }) => measure.of !== 'passing' || ids.has(measure.rule))
  return { ...clause, targets, ...(figures ? { figures } : {}) }
}

/** The requirements of last year's plan as they would continue. */
export const carriedRulesOf = (decided: Decided, known: Known): CarriedRule[] =>
  carriedRules(known.rules, known.clauses, nextClauses(decided, known), baseOf(decided, known))

/** What each continuing clause takes over from last year's; clauses that take over nothing are left out. */
export function carryOvers(decided: Decided, known: Known): CarryOver[] {
  const now = nextClauses(decided, known)
  const rules = carriedRulesOf(decided, known)
  const sentenceOf = sentencesOf(decided)
  return [...decided.links].flatMap(([number, to]): CarryOver[] => {
    const clause = now.find((each) => each.number === to)
    const earlier = known.clauses.find((each) => each.number === number)
    if (!clause || !earlier) return []
    const own = rules.filter((rule) => rule.clause === to)
    const measures = carriedMeasures(clause, earlier, sentenceOf(to))
    const unread = known.unreadRules.filter((rule) => rule.clause === number)
    const isNothing =
      own.length + unread.length + measures.length + (earlier.figures ?? []).length + (earlier.needs ?? []).length === 0
    if (isNothing) return []
    const hasTasks = own.some(({ earlier: { kind } }) => clauseFieldOf(kindWithId(known.kinds, kind)) !== undefined)
    const sign = JSON.stringify([
      ...[number, own.map(proposalSign), measures.map((each) => each.now?.what.zh ?? null)],
      ...(unread.length > 0 ? [unread.map(({ id }) => id)] : []),
    ])
    return [{ clause: to, earlier, rules: own, measures, unread, hasTasks, sign }]
  })
}

/** Same sign as long as the proposal for a requirement is the same. */
export const proposalSign = ({
  earlier,
  clause,
  lead,
  support,
  parts,
  day,
  figure,
  others,
  intervals,
  doubts,
}: CarriedRule) =>
  JSON.stringify([
    ...[earlier.id, clause, lead, day, figure, others.map(({ value }) => value), doubts],
    ...(parts.length > 0 ? [parts] : []),
    ...(support ? [support] : []),
    ...(intervals.length > 0 ? [intervals] : []),
  ])

const WANTS_A_PERSON = new Set<CarriedRule['doubts'][number]>([
  'day-missing',
  'figure-missing',
  'figure-open',
  'lead-changed',
  'lead-joins',
  'lead-open',
  'last-day',
  'interval-changed',
])

/** The decision on a requirement; if its doubts exceed a new figure, it continues only once the user says so. */
export function choiceOf(choices: ReadonlyMap<string, RuleDecision>, rule: CarriedRule): RuleChoice {
  const made = choices.get(rule.earlier.id)
  const valid = made?.of === proposalSign(rule) ? made : undefined
  const day = valid?.day ?? rule.day ?? ''
  // A requirement that the user dropped stays dropped, even if the proposal changes.
  const wanted = made?.keep === false ? false : (valid?.keep ?? !rule.doubts.some((doubt) => WANTS_A_PERSON.has(doubt)))
  const isOpen = rule.doubts.includes('figure-open')
  const figure = isOpen ? (valid?.figure ?? null) : rule.figure
  const [every, part] = [valid?.every ?? null, valid?.part ?? rule.part]
  const lead = (part === null ? undefined : rule.parts[part]) ?? rule.lead
  const isLed = part !== null || rule.parts.length === 0
  const isSaid = !(isOpen && figure === null) && !(rule.doubts.includes('interval-changed') && every === null)
  const isComplete = (day !== '' || dayOfRule(rule.earlier) === null) && isSaid && isLed
  return { keep: wanted && isComplete, day, figure, every, lead, part }
}

/** Sign of a choice on a requirement that cannot be read. */
export const signOfUnread = ({ id, clause }: UnreadRule): string => JSON.stringify([id, clause])

/** Unreadable requirements that continue: those for which the user said so, and whose clause continues. */
export const continuedUnreadRules = (
  { links, rules: choices }: { readonly links: ClauseLinks; readonly rules: ReadonlyMap<string, RuleDecision> },
  unread: readonly UnreadRule[],
): readonly UnreadRule[] =>
  unread.filter((rule) => {
    const made = choices.get(rule.id)
    return links.has(rule.clause) && made?.of === signOfUnread(rule) && made.keep === true
  })

/** Requirements taken over by a clause that still need the user's decision; without one they would end. */
export const undecidedRules = (
  choices: ReadonlyMap<string, RuleDecision>,
  { rules, unread }: Pick<CarryOver, 'rules' | 'unread'>,
): readonly (Rule | UnreadRule)[] => [
  ...rules
    .filter((rule) => !choiceOf(choices, rule).keep && choices.get(rule.earlier.id)?.keep !== false)
    .map(({ earlier }) => earlier),
  ...unread.filter((rule) => choices.get(rule.id)?.of !== signOfUnread(rule)),
]

/** Requirements in force on a day that end when the plan takes effect; those already over by then ended before. */
export function endingRules(
  decided: Decided & { readonly rules: ReadonlyMap<string, RuleDecision> },
  known: Known,
  asOf: IsoDay,
): readonly (Rule | UnreadRule)[] {
  const ids = continuingRules(carriedRulesOf(decided, known), decided.rules).map(({ rule }) => rule.earlier.id)
  // A requirement that was replaced by another continues through that one.
  const goingOn = new Set([
    ...ids.flatMap((id) => withPredecessors(known.rules, id)),
    ...continuedUnreadRules(decided, known.unreadRules).map(({ id }) => id),
  ])
  return [...rulesNotOver(known.rules, asOf), ...known.unreadRules].filter(({ id }) => !goingOn.has(id))
}

/** The requirements that continue, each with its chosen day; '' if none. */
export const continuingRules = (rules: readonly CarriedRule[], choices: ReadonlyMap<string, RuleDecision>) =>
  rules.flatMap((rule) => {
    const { keep, day } = choiceOf(choices, rule)
    return keep ? [{ rule, day: day === WITHOUT_DAY ? '' : day }] : []
  })
