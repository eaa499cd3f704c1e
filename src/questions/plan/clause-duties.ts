import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { leadsOfSource } from './leads'

/** Which departments are responsible for a clause's overdue problems. */
export interface ClauseDuty {
  /**
   * Leading departments, most problems first; '' if nobody is named. Each problem has one lead, so the counts add up.
   */
  readonly leads: readonly { readonly name: string; readonly overdue: number }[]
  /** Departments that take part and lead none. */
  readonly joint: readonly string[]
}

/**
 * Responsibility for overdue problems, by clause number: from the departments that each requirement names, not the
 * clause.
 */
export function clauseDuties({ opened, findings }: EvaluatedPackage): ReadonlyMap<number, ClauseDuty> {
  const leads = new Map<number, Map<string, number>>()
  const joint = new Map<number, Set<string>>()
  for (const { rule, first, status } of findings) {
    const { clause } = opened.pack.rules[rule]!
    for (let row = 0; row < status.length; row++) {
      if (status[row] !== STATUS.overdue) continue
      const [lead = '', ...others] = leadsOfSource(opened, rule, first + row)
      const counts = leads.get(clause) ?? new Map<string, number>()
      leads.set(clause, counts.set(lead, (counts.get(lead) ?? 0) + 1))
      joint.set(clause, new Set([...(joint.get(clause) ?? []), ...others]))
    }
  }
  return new Map(
    [...leads].map(([clause, counts]) => [
      clause,
      {
        leads: [...counts].map(([name, overdue]) => ({ name, overdue })).sort((a, b) => b.overdue - a.overdue),
        joint: [...(joint.get(clause) ?? [])].filter((name) => !counts.has(name)),
      },
    ]),
  )
}
