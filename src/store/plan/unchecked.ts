import { namedTasks, type RuleWithDay, taskKindOf } from '@/domain/plan/named-tasks'
import type { Clause } from '@/domain/rules/clause'
import { isAdvisory } from '@/domain/rules/rule'
import { isUnmeasured } from '@/domain/rules/unchecked'
import type { Dataset } from '@/questions/dataset'
import type { PlanDesk } from './desk'

/**
 * Clauses of a plan under review that nothing will check once it is in force: no requirement continues under them, no
 * day or row becomes a named task, and no target or figure is measured.
 */
export function uncheckedClauses(
  { proposal, drafts, placed }: Pick<PlanDesk, 'proposal' | 'drafts' | 'placed'>,
  clauses: readonly Clause[],
  goingOn: readonly RuleWithDay[],
  { kinds }: Pick<Dataset, 'kinds'>,
): readonly Clause[] {
  const named = proposal && taskKindOf(kinds) ? namedTasks({ ...proposal, drafts, placed }, goingOn) : []
  const checked = new Set([
    ...goingOn.flatMap(({ rule }) => (isAdvisory(rule.earlier) ? [] : [rule.clause])),
    ...named.map(({ clause }) => clause),
  ])
  return clauses.filter((clause) => !checked.has(clause.number) && isUnmeasured(clause))
}
