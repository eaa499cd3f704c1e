import { STATUS } from '@/domain/rules/status'
import type { EvaluatedPackage } from './evaluated-package'
import { leadsOfSource } from './leads'

/** Whose job the overdue problems of a clause are. */
export interface ClauseDuty {
  /** Who leads them, most first: each problem has one lead, so the counts add up. '' where nobody is named. */
  readonly leads: readonly { readonly name: string; readonly overdue: number }[]
  /** Who takes part in them and leads none. */
  readonly joint: readonly string[]
}

/** Whose job what is overdue is, by number of the clause: as each requirement names them, not as the clause does as a whole. */
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
