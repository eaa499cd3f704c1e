import { withPredecessors } from '@/domain/rules/rule-change'
import type { Json } from './json-files'
import type { NextPackage } from './next-package'
import type { PlanAdoption } from './plan-adoption'

/** Whether a rule is over, and one that took its place goes on under a plan: of what was overdue by it something may be left, so that it stays. */
export function isBefore(
  { opened }: NextPackage,
  { id, until }: Json,
  { rules: taken, plan }: Pick<PlanAdoption, 'rules' | 'plan'>,
): boolean {
  const { rules } = opened.pack
  if (typeof until !== 'string' || until >= plan.day) return false
  return taken.some((rule) => withPredecessors(rules, rule.id).includes(String(id)))
}
