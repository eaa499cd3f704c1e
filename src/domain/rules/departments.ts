import type { KindId } from '@/domain/sources/kinds/kind'
import type { Clause } from './clause'
import { isAdvisory, type Rule } from './rule'

/** What a department has to do with a kind of source: it leads a requirement of it, or takes part in its clause. */
export type Involvement = 'leads' | 'takes-part'

/** By department, the kinds that it has to do with; by a kind's id, how. */
export type DepartmentKinds = ReadonlyMap<string, ReadonlyMap<KindId, Involvement>>

/**
 * Which kinds concern which departments, by the requirements. A department leads a kind where a rule names it, or, where the rule
 * leaves that to each row, its clause; it takes part where the rule, or its clause, names it as supporting (参与), or the clause as leading (牵头).
 * Who only carries a clause out (落实), as every county does, is not among them. Hints that no clause asks for say nothing.
 */
export function departmentKinds(rules: readonly Rule[], clauses: readonly Clause[]): DepartmentKinds {
  const found = new Map<string, Map<KindId, Involvement>>()
  for (const rule of rules) {
    if (isAdvisory(rule)) continue
    const clause = clauses.find(({ number }) => number === rule.clause)
    const leads = rule.lead.length > 0 ? rule.lead : (clause?.lead ?? [])
    for (const department of new Set([
      ...leads,
      ...(rule.support ?? []),
      ...(clause?.lead ?? []),
      ...(clause?.support ?? []),
    ])) {
      const kinds = found.get(department) ?? new Map<KindId, Involvement>()
      found.set(department, kinds)
      if (leads.includes(department)) kinds.set(rule.kind, 'leads')
      else if (!kinds.has(rule.kind)) kinds.set(rule.kind, 'takes-part')
    }
  }
  return found
}

/** The kinds that concern any of some departments. */
export const kindsConcerning = (of: DepartmentKinds, departments: readonly string[]): ReadonlySet<KindId> =>
  new Set(departments.flatMap((department) => [...(of.get(department)?.keys() ?? [])]))

/** Clauses that name a department: those that it leads, and those in which it only takes part or that it carries out. */
export function clausesNaming(
  clauses: readonly Clause[],
  department: string,
): { readonly leads: readonly Clause[]; readonly takesPart: readonly Clause[] } {
  const leads = clauses.filter(({ lead }) => lead.includes(department))
  const others = clauses.filter((clause) => !leads.includes(clause))
  return {
    leads,
    takesPart: others.filter(({ support, carriedOutBy }) => [...support, ...carriedOutBy].includes(department)),
  }
}

/** The departments that clauses name, who leads most of them first. */
export function departmentsNamed(clauses: readonly Clause[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { lead, support, carriedOutBy } of clauses) {
    for (const name of [...support, ...carriedOutBy]) counts.set(name, counts.get(name) ?? 0)
    for (const name of lead) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
}
