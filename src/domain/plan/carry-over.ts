import type { IsoDay } from '@/domain/calendar'
import type { Clause, PlanTarget } from '@/domain/rules/clause'
import type { Check, Rule } from '@/domain/rules/rule'
import { likenessOf } from './correspond'

/** Which clause of the new plan goes on with one of last year's, by the number in last year's. */
export type Links = ReadonlyMap<number, number>

/** Why a requirement should be looked at before it is carried over. */
export type CarryDoubt =
  /** It must hold by a day, and the new clause names none that fits. */
  | 'day-missing'
  /** The figure that it asks for came from the clause, and the new one has another, which it takes over. */
  | 'figure-changed'
  /** The figure that it asks for came from the clause, and the new one has none that fits. */
  | 'figure-missing'
  /** Those who led it are not named by the new clause: those who lead that do. */
  | 'lead-changed'

/** A requirement of last year's plan as it would stand under the new one. */
export interface CarriedRule {
  /** As it stands now. */
  readonly earlier: Rule
  readonly clause: number
  readonly lead: readonly string[]
  /** The day by which it must hold; null where it has none, or none was found. */
  readonly day: IsoDay | null
  /** The figure that it asks for; null where it asks for none. */
  readonly figure: number | null
  readonly doubts: readonly CarryDoubt[]
}

/** The day by which all that a rule is about must be done; null where it names none. */
export const dayOfRule = ({ check, deadline }: Pick<Rule, 'check' | 'deadline'>): IsoDay | null => {
  if (deadline) return deadline
  if (check.type === 'not-before') return check.deadline
  return check.type === 'done' && 'day' in check.deadline ? check.deadline.day : null
}

/** The figure that a check asks for; null where it asks for none. */
export const figureOfCheck = (check: Check): number | null => {
  if (check.type === 'at-least' || check.type === 'at-most') return check.value
  return check.type === 'share-at-least' ? check.percent : null
}

type Deadlines = Clause['deadlines']

/** The day of the new clause for what had to be done by one of last year's. */
function nextDay(day: IsoDay, earlier: Deadlines, now: Deadlines): IsoDay | null {
  const sameDate = now.filter((each) => each.day.slice(5) === day.slice(5))
  if (sameDate.length > 0) return sameDate[0]!.day
  const what = earlier.find((each) => each.day === day)?.what.zh
  if (what === undefined) return null
  const likest = [...now].sort((a, b) => likenessOf(b.what.zh, what) - likenessOf(a.what.zh, what))[0]
  return likest && likenessOf(likest.what.zh, what) >= LIKE ? likest.day : null
}

const LIKE = 0.3

/**
 * Which target of the new clause goes on with which of last year's: of the same unit and direction, first those of the same
 * value, then the likest, then the one that is left where there is no other.
 */
function nextTargets(earlier: readonly PlanTarget[], now: readonly PlanTarget[]): ReadonlyMap<PlanTarget, PlanTarget> {
  const found = new Map<PlanTarget, PlanTarget>()
  const left = new Set(now)
  const fits = (a: PlanTarget, b: PlanTarget) => a.unit === b.unit && a.comparison === b.comparison
  const choose = (choice: (target: PlanTarget, alike: readonly PlanTarget[]) => PlanTarget | undefined) => {
    for (const target of earlier.filter((each) => !found.has(each))) {
      const next = choice(
        target,
        [...left].filter((each) => fits(target, each)),
      )
      if (!next) continue
      found.set(target, next)
      left.delete(next)
    }
  }
  choose(({ value }, alike) => alike.find((each) => each.value === value))
  choose(({ what }, alike) => {
    const likeness = (each: PlanTarget) => likenessOf(each.what.zh, what.zh)
    return [...alike].sort((a, b) => likeness(b) - likeness(a)).find((each) => likeness(each) >= LIKE)
  })
  choose((target, alike) => {
    const rivals = earlier.filter((each) => !found.has(each) && fits(target, each))
    return alike.length === 1 && rivals.length === 1 ? alike[0] : undefined
  })
  return found
}

function carriedRule(rule: Rule, before: Clause | undefined, clause: Clause): CarriedRule {
  const doubts: CarryDoubt[] = []
  const bodies = [...clause.lead, ...clause.support, ...clause.carriedOutBy]
  const keepsLead = rule.lead.every((name) => bodies.includes(name))
  if (!keepsLead) doubts.push('lead-changed')
  const earlierDay = dayOfRule(rule)
  const day = earlierDay === null ? null : nextDay(earlierDay, before?.deadlines ?? [], clause.deadlines)
  if (earlierDay !== null && day === null) doubts.push('day-missing')
  const asked = figureOfCheck(rule.check)
  const target = before?.targets.find(({ value }) => value === asked)
  const next = target && nextTargets(before?.targets ?? [], clause.targets).get(target)
  if (target && !next) doubts.push('figure-missing')
  if (next && next.value !== asked) doubts.push('figure-changed')
  return {
    earlier: rule,
    clause: clause.number,
    lead: keepsLead ? rule.lead : clause.lead,
    day,
    figure: next?.value ?? asked,
    doubts,
  }
}

/** How the requirements of last year's plan would stand under the new one: those whose clause goes on. */
export function carriedRules(
  rules: readonly Rule[],
  earlier: readonly Clause[],
  now: readonly Clause[],
  links: Links,
): CarriedRule[] {
  return rules.flatMap((rule) => {
    const clause = now.find(({ number }) => number === links.get(rule.clause))
    const before = earlier.find(({ number }) => number === rule.clause)
    return clause ? [carriedRule(rule, before, clause)] : []
  })
}

/** A clause of the new plan with what is known of the one that it goes on with: English titles, and how its targets are measured. */
export function withEarlier(clause: Clause, earlier: Clause): Clause {
  const measured = new Map([...nextTargets(earlier.targets, clause.targets)].map(([target, next]) => [next, target]))
  return {
    ...clause,
    title: clause.title.zh === earlier.title.zh ? earlier.title : clause.title,
    gist: clause.gist.zh === earlier.gist.zh ? earlier.gist : clause.gist,
    targets: clause.targets.map((target) => {
      const { what, measure } = measured.get(target) ?? {}
      return {
        ...target,
        ...(what && what.zh === target.what.zh ? { what } : {}),
        ...(measure ? { measure } : {}),
      }
    }),
  }
}
