import type { RuleFindings } from '@/domain/rules/findings'
import type { Rule } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'

/** Findings of a clause by standing. */
export interface ClauseCounts {
  readonly overdue: number
  readonly failing: number
  readonly unknown: number
}

/** How many findings each clause has. */
export function countByClause(rules: readonly Rule[], findings: readonly RuleFindings[]): Map<number, ClauseCounts> {
  const counts = new Map<number, { overdue: number; failing: number; unknown: number }>()
  for (const { rule, status } of findings) {
    const { clause } = rules[rule]!
    const sum = counts.get(clause) ?? { overdue: 0, failing: 0, unknown: 0 }
    for (const standing of status) {
      if (standing === STATUS.overdue) sum.overdue++
      else if (standing === STATUS.failing) sum.failing++
      else if (standing === STATUS.unknown) sum.unknown++
    }
    counts.set(clause, sum)
  }
  return counts
}
