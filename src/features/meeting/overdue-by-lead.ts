import type { Clause } from '@/domain/rules/clause'
import type { ClauseCounts } from '@/questions/clause-findings'

/** Overdue and failing findings by the department that leads their clause, the most overdue first. */
export function overdueByLead(clauses: readonly Clause[], byClause: ReadonlyMap<number, ClauseCounts>) {
  const sums = new Map<string, { overdue: number; failing: number }>()
  for (const { number, lead } of clauses) {
    const counts = byClause.get(number)
    if (!counts) continue
    for (const each of lead) {
      const sum = sums.get(each) ?? { overdue: 0, failing: 0 }
      sums.set(each, { overdue: sum.overdue + counts.overdue, failing: sum.failing + counts.failing })
    }
  }
  return [...sums]
    .map(([lead, sum]) => ({ lead, ...sum }))
    .sort((a, b) => b.overdue - a.overdue || b.failing - a.failing)
}
