import { parseDay } from '@/domain/calendar'
import type { Clause } from './clause'
import type { CheckRelation } from './relation'
import type { Rule } from './rule'

/** Warnings about a rule before it is saved; it may still be right. */
export type RuleDoubt =
  /** The kind's table lacks the column, or it is empty. */
  | { readonly code: 'column-empty'; readonly field: string }
  /** The kind has no rows, or none within the scope. */
  | { readonly code: 'no-rows' | 'scope-empty' }
  /** Another rule concerns the same column of `count` of the same rows. */
  | { readonly code: CheckRelation; readonly rule: string; readonly count: number }
  | { readonly code: 'deadline-before-from' | 'until-before-from' }
  /** No clause and no other rule names this department. */
  | { readonly code: 'department-unknown'; readonly name: string }
  /** The rule does not apply on the as-of date: not yet, or no longer. */
  | { readonly code: 'not-yet' | 'no-more' }

/** The departments that a plan names anywhere, as leading, taking part or carrying out. */
export function knownDepartments(
  clauses: readonly Clause[],
  rules: readonly Pick<Rule, 'lead' | 'support'>[],
): readonly string[] {
  const ofClauses = clauses.flatMap(({ lead, support, carriedOutBy }) => [...lead, ...support, ...carriedOutBy])
  return [...new Set([...ofClauses, ...rules.flatMap(({ lead, support = [] }) => [...lead, ...support])])]
}

/** Deadlines of a rule that are the same for all rows. */
export function daysOf({ check, deadline }: Rule): readonly string[] {
  const own = check.type === 'not-before' ? [check.deadline] : []
  const done = check.type === 'done' && 'day' in check.deadline ? [check.deadline.day] : []
  return [...own, ...done, ...(deadline === undefined ? [] : [deadline])]
}

/**
 * Doubts about a rule from its own content, without looking at the tables. `others` are the other rules of the plan.
 */
export function doubtsOfWords(
  rule: Rule,
  clauses: readonly Clause[],
  others: readonly Pick<Rule, 'lead' | 'support'>[],
): readonly RuleDoubt[] {
  const from = parseDay(rule.from)
  const known = knownDepartments(clauses, others)
  return [
    ...(daysOf(rule).some((day) => parseDay(day) < from) ? [{ code: 'deadline-before-from' } as const] : []),
    ...(rule.until !== undefined && parseDay(rule.until) < from ? [{ code: 'until-before-from' } as const] : []),
    ...[...rule.lead, ...(rule.support ?? [])]
      .filter((name) => !known.includes(name))
      .map((name): RuleDoubt => ({ code: 'department-unknown', name })),
  ]
}
