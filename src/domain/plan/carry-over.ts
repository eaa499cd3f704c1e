import type { IsoDay } from '@/domain/calendar'
import type { Clause, Measure, PlanTarget, Recurrence } from '@/domain/rules/clause'
import type { Rule, Scope } from '@/domain/rules/rule'
import { fieldNameByMeaning, type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import { carriedDay } from './carried-day'
import { carriedFigure, nextTargets, type SentenceOf } from './carried-figure'
import { carriedIntervals } from './carried-interval'
import { type CarriedLead, carriedLead, type PartWords } from './carried-lead'
import { endedClausePlaceholder, FIRST_ENDED_NUMBER } from './ended-clause-numbers'

/** Number of the new plan's clause that continues each of last year's, by last year's number. */
export type ClauseLinks = ReadonlyMap<number, number>

/** Input for carrying requirements over: which clause continues which, and the kinds of the package. */
export interface CarryBase {
  readonly links: ClauseLinks
  readonly kinds: readonly Kind[]
  /** Parts of a new clause with their own brackets, with their words; empty if unknown. */
  partsOf?(clause: number): readonly PartWords[]
  /** The sentences of the clause's targets. */
  sentenceOf?(clause: number): SentenceOf
}

/** Why a carried-over requirement should be reviewed. */
export type CarryDoubt =
  /** It has a due day, and the new clause names none that fits. */
  | 'day-missing'
  /** The new clause names another day of the year, which is used. */
  | 'day-changed'
  /** The new clause has a different interval than the requirement; the user decides. */
  | 'interval-changed'
  /** Its figure came from the clause, and the new clause has another one, which is used. */
  | 'figure-changed'
  /** Its figure came from the clause, and the new clause has none of that unit. */
  | 'figure-missing'
  /** The new clause has figures of the same unit, but it is unclear which one applies. */
  | 'figure-open'
  /** The new clause does not name some of its leads; the new clause's leads replace them. */
  | 'lead-changed'
  /** Some of its leads only take part in the new clause, or carry it out; the new clause's leads replace them. */
  | 'lead-joins'
  /** Parts of the new clause have different leads, and it is unclear which part applies. */
  | 'lead-open'
  /** It has a last day. It continues only if the user wants that, without a last day that is over by then. */
  | 'last-day'

/** A requirement of last year's plan as it would be under the new one. */
export interface CarriedRule extends CarriedLead {
  /** The current rule. */
  readonly earlier: Rule
  readonly clause: number
  /** Supporting departments besides those of the clause, if changed; null if not. */
  readonly support: readonly string[] | null
  /** Day by which it must hold; null if it has none, or none was found. */
  readonly day: IsoDay | null
  /** Its figure; null if it has none. */
  readonly figure: number | null
  /** Figures of the new clause that may apply, if it is unclear which one does. */
  readonly others: readonly PlanTarget[]
  /** Intervals in the new clause, if different from its own. */
  readonly intervals: readonly Recurrence[]
  readonly doubts: readonly CarryDoubt[]
}

/** Day by which all sources must meet a rule; null if it names none. */
export const dayOfRule = ({ check, deadline }: Pick<Rule, 'check' | 'deadline'>): IsoDay | null => {
  if (deadline) return deadline
  if (check.type === 'not-before') return check.deadline
  return check.type === 'done' && 'day' in check.deadline ? check.deadline.day : null
}

/** Stands for the day of a requirement that continues without one. */
export const WITHOUT_DAY = 'timeless'

/** Whether a rule can do without its day. It can't if the day is part of its check. */
export const mayBeTimeless = ({ check, deadline }: Rule): boolean =>
  deadline !== undefined && dayOfRule({ check }) === null

/**
 * Supporting departments of a requirement under the new clause. Drops those named by last year's clause but not by the
 * new one, and those that lead it now. Departments added by the office stay. Null if nothing changes.
 */
function carriedSupport(
  { support = [] }: Rule,
  before: Clause | undefined,
  now: Clause,
  leads: readonly string[],
): readonly string[] | null {
  const namedIn = (clause: Clause | undefined) =>
    clause ? [...clause.lead, ...clause.support, ...clause.carriedOutBy] : []
  const [was, is] = [namedIn(before), namedIn(now)]
  const next = support.filter((name) => (is.includes(name) || !was.includes(name)) && !leads.includes(name))
  return next.length === support.length ? null : next
}

function carriedRule(rule: Rule, before: Clause | undefined, clause: Clause, base: CarryBase): CarriedRule {
  const { kinds, partsOf } = base
  const { lead, part, parts, gone, joins } = carriedLead(rule, before, clause, partsOf?.(clause.number) ?? [])
  const doubts: CarryDoubt[] = [
    ...(gone.length > 0 ? ['lead-changed' as const] : []),
    ...(joins.length > 0 ? ['lead-joins' as const] : []),
    ...(parts.length > 0 && part === null ? ['lead-open' as const] : []),
    ...(rule.until === undefined ? [] : ['last-day' as const]),
  ]
  const earlierDay = dayOfRule(rule)
  const day = earlierDay === null ? null : carriedDay(rule, earlierDay, before?.deadlines ?? [], clause.deadlines)
  if (earlierDay !== null && day === null) doubts.push('day-missing')
  if (earlierDay !== null && day !== null && day.slice(5) !== earlierDay.slice(5)) doubts.push('day-changed')
  const intervals = carriedIntervals(rule, before, clause)
  if (intervals) doubts.push('interval-changed')
  const { figure, doubt, others } = carriedFigure(rule, before, clause, kinds, base.sentenceOf?.(clause.number))
  if (doubt) doubts.push(doubt)
  const support = carriedSupport(rule, before, clause, lead)
  return {
    ...{ earlier: rule, clause: clause.number, support, lead, part, parts, gone, joins, day, figure, others },
    ...{ intervals: intervals ?? [], doubts },
  }
}

/** Requirements of last year's plan as they would be under the new one, for clauses that continue. */
export function carriedRules(
  rules: readonly Rule[],
  earlier: readonly Clause[],
  now: readonly Clause[],
  base: CarryBase,
): CarriedRule[] {
  const isFollowed = (rule: Rule) => rule.until !== undefined && rules.some(({ follows }) => follows === rule.id)
  return rules.flatMap((rule) => {
    // Its successor continues instead.
    if (isFollowed(rule)) return []
    const clause = now.find(({ number }) => number === base.links.get(rule.clause))
    const before = earlier.find(({ number }) => number === rule.clause)
    return clause ? [carriedRule(rule, before, clause, base)] : []
  })
}

/** A measured target of last year's clause, and the new target to be measured the same way; null if none is similar. */
export interface CarriedMeasure {
  readonly earlier: PlanTarget
  readonly now: PlanTarget | null
}

/** What happens to the measures of last year's clause. */
export function carriedMeasures(clause: Clause, earlier: Clause, sentenceOf?: SentenceOf): CarriedMeasure[] {
  const next = nextTargets(earlier.targets, clause.targets, sentenceOf)
  return earlier.targets
    .filter(({ measure }) => measure)
    .map((target) => ({ earlier: target, now: next.get(target) ?? null }))
}

/** The field with the clause of a named task; undefined for kinds of other things. */
export const clauseFieldOf = (kind: Kind | undefined): string | undefined => kind && fieldNameByMeaning(kind, 'clause')

/** Renumbers a scope that selects the tasks of a clause, by number or as text, using `to`. */
export function renumberedScope<T extends object>(
  scope: T,
  field: string | undefined,
  to: (clause: number) => number,
): T {
  if (field === undefined || !('field' in scope) || scope.field !== field) return scope
  if ('equals' in scope && typeof scope.equals === 'number') return { ...scope, equals: to(scope.equals) }
  if (!('oneOf' in scope) || !Array.isArray(scope.oneOf)) return scope
  const moved = (text: unknown) => (/^-?\d+$/.test(String(text)) ? String(to(Number(text))) : text)
  return { ...scope, oneOf: scope.oneOf.map(moved) }
}

/** Renumbers the clauses whose named tasks a measure selects. */
export function renumberTaskClauses(measure: Measure, kinds: readonly Kind[], to: (clause: number) => number): Measure {
  if (measure.of !== 'count' && measure.of !== 'proportion') return measure
  const field = clauseFieldOf(kindWithId(kinds, measure.kind))
  const moved = (scopes: readonly Scope[]) => scopes.map((scope) => renumberedScope(scope, field, to))
  return { ...measure, where: moved(measure.where), ...(measure.among ? { among: moved(measure.among) } : {}) }
}

/**
 * Renumbers the clauses in a measure for the new plan; ending clauses get their final number when the plan is written.
 */
const renumbered = (measure: Measure, { links, kinds }: CarryBase): Measure =>
  renumberTaskClauses(measure, kinds, (clause) =>
    clause < FIRST_ENDED_NUMBER ? (links.get(clause) ?? endedClausePlaceholder(clause)) : clause,
  )

/**
 * A clause of the new plan with data from the clause that it continues: English titles, measures of targets, tracked
 * figures and missing tables. `declined` tells which of last year's targets lose their measure.
 */
export function withEarlierData(
  clause: Clause,
  earlier: Clause,
  base: CarryBase,
  declined: (target: PlanTarget) => boolean = () => false,
): Clause {
  const goesOn = nextTargets(earlier.targets, clause.targets, base.sentenceOf?.(clause.number))
  const measured = new Map([...goesOn].map(([target, next]) => [next, target]))
  const { figures, needs } = earlier
  return {
    ...clause,
    title: clause.title.zh === earlier.title.zh ? earlier.title : clause.title,
    gist: clause.gist.zh === earlier.gist.zh ? earlier.gist : clause.gist,
    targets: clause.targets.map((target) => {
      const before = measured.get(target)
      if (!before) return target
      const { what, measure } = before
      // If the user declined the measure, the target stays unmeasured, whatever its unit suggests.
      const { measure: own, ...unmeasured } = target
      const next = measure ? (declined(before) ? undefined : renumbered(measure, base)) : own
      return {
        ...unmeasured,
        ...(what.zh === target.what.zh ? { what } : {}),
        ...(next ? { measure: next } : {}),
      }
    }),
    ...(figures ? { figures: figures.map((each) => ({ ...each, measure: renumbered(each.measure, base) })) } : {}),
    ...(needs ? { needs } : {}),
  }
}
