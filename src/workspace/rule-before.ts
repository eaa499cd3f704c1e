import type { IsoDay } from '@/domain/calendar'
import { dayBefore, withPredecessors } from '@/domain/rules/rule-change'
import type { Json } from './json-files'
import type { NextPackage } from './next-package'
import type { PlanAdoption } from './plan-adoption'

type Adopted = Pick<PlanAdoption, 'rules' | 'plan' | 'replaces'>

/** Whether a rule took another's place with the plan in force, which is read again. */
export const beganWithPlan = ({ descriptor }: NextPackage, { from, follows }: Json, { replaces }: Adopted): boolean =>
  replaces && typeof follows === 'string' && from === descriptor.chentu.plan?.day

/** Whether a rule took another's place with the plan in force, and that one would never have applied under its day as it is read now. */
export function hasNoneBefore(next: NextPackage, rule: Json, adoption: Adopted): boolean {
  const before = next.opened.pack.rules.find(({ id }) => id === rule.follows)
  return before !== undefined && beganWithPlan(next, rule, adoption) && !isBefore(next, { ...before }, adoption)
}

/**
 * The last day of a rule: as it is written; where what took its place did so with the plan in force, and that is read again with
 * another day, no later than the day before that one. Undefined where it has none.
 */
export function lastDayUnder(next: NextPackage, { id, until }: Json, adoption: Adopted): IsoDay | undefined {
  if (typeof until !== 'string') return undefined
  const follower = next.opened.pack.rules.find((rule) => rule.follows === id)
  if (!follower || !beganWithPlan(next, { ...follower }, adoption)) return until
  const last = dayBefore(adoption.plan.day)
  return until === dayBefore(follower.from) || until > last ? last : until
}

/** Whether a rule is over, and one that took its place goes on under a plan: of what was overdue by it something may be left, so that it stays. */
export function isBefore(next: NextPackage, rule: Json, adoption: Adopted): boolean {
  const { rules } = next.opened.pack
  const until = lastDayUnder(next, rule, adoption)
  if (until === undefined || until >= adoption.plan.day || until < String(rule.from)) return false
  return adoption.rules.some(({ id }) => withPredecessors(rules, id).includes(String(rule.id)))
}
