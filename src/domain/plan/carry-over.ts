import type { IsoDay } from '@/domain/calendar'
import type { Clause, Measure, PlanTarget, Recurrence } from '@/domain/rules/clause'
import type { Rule, Scope } from '@/domain/rules/rule'
import { type Kind, kindWithId, nameMeaning } from '@/domain/sources/kinds/kind'
import { ENDED, toBeApart } from './apart'
import { carriedDay } from './carried-day'
import { carriedFigure, nextTargets, type SentenceOf } from './carried-figure'
import { carriedIntervals } from './carried-interval'
import { type CarriedLead, carriedLead, type PartWords } from './carried-lead'

/** Which clause of the new plan goes on with one of last year's, by the number in last year's. */
export type Links = ReadonlyMap<number, number>

/** What carrying over rests on: which clause goes on with which, and what the kinds of the package declare. */
export interface CarryBase {
  readonly links: Links
  readonly kinds: readonly Kind[]
  /** The parts of a clause of the new plan that have brackets of their own, with their words; none where that is not known. */
  partsOf?(clause: number): readonly PartWords[]
  /** The sentence that a target of one of its clauses stands in. */
  sentenceOf?(clause: number): SentenceOf
}

/** Why a requirement should be looked at before it is carried over. */
export type CarryDoubt =
  /** It must hold by a day, and the new clause names none that fits. */
  | 'day-missing'
  /** The new clause wants it by another day of the year, which it takes over. */
  | 'day-changed'
  /** The new clause wants it more or less often than the requirement asks: a person says how often it is asked. */
  | 'interval-changed'
  /** The figure that it asks for came from the clause, and the new one has another, which it takes over. */
  | 'figure-changed'
  /** The figure that it asks for came from the clause, and the new one has none of its unit. */
  | 'figure-missing'
  /** The new clause has figures of the same unit, and nothing says that one of them is it. */
  | 'figure-open'
  /** Some of those who led it are not named by the new clause: those who lead that do. */
  | 'lead-changed'
  /** Some of those who led it only take part in the new clause, or carry it out: those who lead that do. */
  | 'lead-joins'
  /** The parts of the new clause are led by others, and nothing says which of them it is of. */
  | 'lead-open'
  /** It has a last day, up to which it was asked: it goes on only where a person wants that, without one that is over by then. */
  | 'last-day'

/** A requirement of last year's plan as it would stand under the new one. */
export interface CarriedRule extends CarriedLead {
  /** As it stands now. */
  readonly earlier: Rule
  readonly clause: number
  /** Who takes part besides those whom the clause names, where that is not as before; null where it is. */
  readonly support: readonly string[] | null
  /** The day by which it must hold; null where it has none, or none was found. */
  readonly day: IsoDay | null
  /** The figure that it asks for; null where it asks for none. */
  readonly figure: number | null
  /** Figures of the new clause that may be it, where nothing says which. */
  readonly others: readonly PlanTarget[]
  /** How often the new clause wants it, where that is not as often as it asks. */
  readonly intervals: readonly Recurrence[]
  readonly doubts: readonly CarryDoubt[]
}

/** The day by which all that a rule is about must be done; null where it names none. */
export const dayOfRule = ({ check, deadline }: Pick<Rule, 'check' | 'deadline'>): IsoDay | null => {
  if (deadline) return deadline
  if (check.type === 'not-before') return check.deadline
  return check.type === 'done' && 'day' in check.deadline ? check.deadline.day : null
}

/** The day of a requirement that goes on without one. */
export const TIMELESS = 'timeless'

/** Whether a rule can be asked without its day: what is done by a day, or not before one, has it in what is asked. */
export const mayBeTimeless = ({ check, deadline }: Rule): boolean =>
  deadline !== undefined && dayOfRule({ check }) === null

/**
 * Who takes part in a requirement under the new clause: whom last year's clause named and the new one does not goes with it, and
 * who leads it now takes no part besides. Whom only the office named stays. Null where that is as before.
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

/** How the requirements of last year's plan would stand under the new one: those whose clause goes on. */
export function carriedRules(
  rules: readonly Rule[],
  earlier: readonly Clause[],
  now: readonly Clause[],
  base: CarryBase,
): CarriedRule[] {
  const isFollowed = (rule: Rule) => rule.until !== undefined && rules.some(({ follows }) => follows === rule.id)
  return rules.flatMap((rule) => {
    // What took its place goes on.
    if (isFollowed(rule)) return []
    const clause = now.find(({ number }) => number === base.links.get(rule.clause))
    const before = earlier.find(({ number }) => number === rule.clause)
    return clause ? [carriedRule(rule, before, clause, base)] : []
  })
}

/** A target of last year's clause that is measured, and the one that is to be measured as it was; null where none is like it. */
export interface CarriedMeasure {
  readonly earlier: PlanTarget
  readonly now: PlanTarget | null
}

/** What becomes of the measures of last year's clause. */
export function carriedMeasures(clause: Clause, earlier: Clause, sentenceOf?: SentenceOf): CarriedMeasure[] {
  const next = nextTargets(earlier.targets, clause.targets, sentenceOf)
  return earlier.targets
    .filter(({ measure }) => measure)
    .map((target) => ({ earlier: target, now: next.get(target) ?? null }))
}

/** The field of a kind that says which clause a named task is of; undefined for kinds of other things. */
export const clauseFieldOf = (kind: Kind | undefined): string | undefined => kind && nameMeaning(kind, 'clause')

/** A scope that is about the tasks of a clause, by its number or as a text, with the number that `to` gives in its place. */
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

/** A measure with other numbers in the place of those of the clauses whose named tasks it asks for. */
export function withTasksOf(measure: Measure, kinds: readonly Kind[], to: (clause: number) => number): Measure {
  if (measure.of !== 'count' && measure.of !== 'proportion') return measure
  const field = clauseFieldOf(kindWithId(kinds, measure.kind))
  const moved = (scopes: readonly Scope[]) => scopes.map((scope) => renumberedScope(scope, field, to))
  return { ...measure, where: moved(measure.where), ...(measure.among ? { among: moved(measure.among) } : {}) }
}

/** A measure under the new numbers of clauses; what is said of one that ends is put right when the plan is written. */
const renumbered = (measure: Measure, { links, kinds }: CarryBase): Measure =>
  withTasksOf(measure, kinds, (clause) => (clause < ENDED ? (links.get(clause) ?? toBeApart(clause)) : clause))

/**
 * A clause of the new plan with what is known of the one that it goes on with: English titles, how its targets are measured, the
 * figures that are followed and the tables that are wanted. `declined` are targets of last year's whose measure does not go on.
 */
export function withEarlier(
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
      // Who declines how it was measured wants it unmeasured, whatever its unit says.
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
