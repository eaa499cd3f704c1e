import type { IsoDay } from '@/domain/calendar'
import { dayBefore, withPredecessors } from '@/domain/rules/rule-change'
import type { Json } from '@/workspace/json-files'
import type { PackageDraft } from '@/workspace/package-draft'
import type { PlanAdoption } from './plan-adoption'

type Adopted = Pick<PlanAdoption, 'rules' | 'plan' | 'replaces'>

/** Whether a rule replaced another on the day of the plan in force, and that plan is now read again. */
export const beganWithPlan = ({ descriptor }: PackageDraft, { from, follows }: Json, { replaces }: Adopted): boolean =>
  replaces && typeof follows === 'string' && from === descriptor.chentu.plan?.day

/**
 * Whether a rule replaced another with the plan in force, and the replaced rule would never have applied under the
 * plan's new day.
 */
export function replacedNeverApplied(next: PackageDraft, rule: Json, adoption: Adopted): boolean {
  const before = next.opened.pack.rules.find(({ id }) => id === rule.follows)
  return (
    before !== undefined && beganWithPlan(next, rule, adoption) && !continuesUnderNewPlan(next, { ...before }, adoption)
  )
}

/**
 * Last day of a rule. If its follower began with the plan in force, and that plan is read again with another day, at
 * latest the day before the new day. Undefined if the rule has no last day.
 */
export function lastDayOfRule(next: PackageDraft, { id, until }: Json, adoption: Adopted): IsoDay | undefined {
  if (typeof until !== 'string') return undefined
  const follower = next.opened.pack.rules.find((rule) => rule.follows === id)
  if (!follower || !beganWithPlan(next, { ...follower }, adoption)) return until
  const last = dayBefore(adoption.plan.day)
  return until === dayBefore(follower.from) || until > last ? last : until
}

/**
 * Whether a rule has ended and its follower continues under the new plan. It then stays, because overdue findings may
 * carry over from it.
 */
export function continuesUnderNewPlan(next: PackageDraft, rule: Json, adoption: Adopted): boolean {
  const { rules } = next.opened.pack
  const until = lastDayOfRule(next, rule, adoption)
  if (until === undefined || until >= adoption.plan.day || until < String(rule.from)) return false
  return adoption.rules.some(({ id }) => withPredecessors(rules, id).includes(String(rule.id)))
}
