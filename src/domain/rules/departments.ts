import type { IsoDay } from '@/domain/calendar'
import { canonicalBodyName } from '@/domain/plan/known-bodies'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Clause } from './clause'
import { isAdvisory, type Rule } from './rule'
import { rulesNotOver } from './rule-change'

/**
 * How a department is involved with a kind of source: it leads one of its requirements, takes part in their clause, or
 * leads single rows.
 */
export type Involvement = 'leads' | 'takes-part' | 'leads-rows'

/** A department that rows of a table name as their lead. */
export interface RowLead {
  readonly kind: KindId
  /** The name as written in the rows. */
  readonly name: string
  /** Numbers of the clauses to which those rows belong; empty if the kind has no such field. */
  readonly clauses: readonly number[]
}

/** The department's canonical name, by each name used in the plan. */
export type DepartmentNames = ReadonlyMap<string, string>

/** Input for finding the departments and the kinds that concern them. */
export interface NamedDepartments {
  readonly rules: readonly Rule[]
  readonly clauses: readonly Clause[]
  readonly rowLeads: readonly RowLead[]
  readonly departmentNames: DepartmentNames
}

/** Involvement by kind id, for each department. */
export type DepartmentKinds = ReadonlyMap<string, ReadonlyMap<KindId, Involvement>>

/**
 * The kinds that concern each department on a day, from the requirements that are not over by then. A department leads
 * a kind if a rule names it, or, where the rule leaves the lead to each row, its clause does. It takes part if the rule
 * or its clause names it as supporting (参与), or the clause as leading (牵头).
 * A department that only carries a clause out (落实), as every county does, is not included. Hints (advisory rules) are
 * ignored. A department that leads a clause without checkable rules, or only rows of a table, is included too.
 * Different names of a department are merged.
 */
export function departmentKinds(
  { rules, clauses, rowLeads, departmentNames }: NamedDepartments,
  day: IsoDay,
): DepartmentKinds {
  const nameOf = canonicalNameOf(departmentNames)
  const found = new Map<string, Map<KindId, Involvement>>()
  for (const { lead } of clauses) for (const name of lead) found.set(nameOf(name), new Map())
  for (const rule of rulesNotOver(rules, day)) {
    if (isAdvisory(rule)) continue
    const clause = clauses.find(({ number }) => number === rule.clause)
    const leads = (rule.lead.length > 0 ? rule.lead : (clause?.lead ?? [])).map(nameOf)
    for (const department of new Set(
      [...leads, ...(rule.support ?? []), ...(clause?.lead ?? []), ...(clause?.support ?? [])].map(nameOf),
    )) {
      const kinds = found.get(department) ?? new Map<KindId, Involvement>()
      found.set(department, kinds)
      if (leads.includes(department)) kinds.set(rule.kind, 'leads')
      else if (!kinds.has(rule.kind)) kinds.set(rule.kind, 'takes-part')
    }
  }
  for (const { kind, name } of rowLeads) {
    const kinds = found.get(nameOf(name)) ?? new Map<KindId, Involvement>()
    found.set(nameOf(name), kinds)
    if (!kinds.has(kind)) kinds.set(kind, 'leads-rows')
  }
  return found
}

/**
 * Canonical name of each department of a plan: of names that abbreviate each other or differ by a letter, the longer
 * one; at equal length the one from the clauses. Compares every pair, so names from table rows, of which there may be
 * as many as rows, are left as they are.
 */
export function departmentNamesOf(
  rules: readonly Pick<Rule, 'lead' | 'support'>[],
  clauses: readonly Clause[],
): DepartmentNames {
  const all = [
    ...clauses.flatMap(({ lead, support, carriedOutBy }) => [...lead, ...support, ...carriedOutBy]),
    ...rules.flatMap(({ lead, support = [] }) => [...lead, ...support]),
  ]
  const known: string[] = []
  const names = new Map<string, string>()
  for (const name of [...new Set(all)].sort((a, b) => b.length - a.length)) {
    const called = canonicalBodyName(name, known).name
    if (called === name) known.push(name)
    names.set(name, called)
  }
  return names
}

/** Returns the canonical name; a name that is not in the plan stays as it is. */
export const canonicalNameOf =
  (names: DepartmentNames) =>
  (name: string): string =>
    names.get(name) ?? name

/** Kinds that concern any of the departments; with `isWhole`, without the kinds of which they lead only single rows. */
export const kindsOfDepartments = (
  departmentKinds: DepartmentKinds,
  departments: readonly string[],
  isWhole = false,
): ReadonlySet<KindId> =>
  new Set(
    departments.flatMap((department) =>
      [...(departmentKinds.get(department) ?? [])].flatMap(([kind, how]) =>
        isWhole && how === 'leads-rows' ? [] : [kind],
      ),
    ),
  )

/**
 * Clauses that name a department: those that it leads, itself or through table rows of the clause, and those in which
 * it only takes part or that it carries out.
 */
export function clausesNaming(
  clauses: readonly Clause[],
  department: string,
  rowLeads: readonly RowLead[],
  names: DepartmentNames,
): { readonly leads: readonly Clause[]; readonly takesPart: readonly Clause[] } {
  const nameOf = canonicalNameOf(names)
  const called = nameOf(department)
  const isNamed = (bodies: readonly string[]) => bodies.some((name) => nameOf(name) === called)
  const inRows = new Set(rowLeads.filter(({ name }) => isNamed([name])).flatMap((each) => each.clauses))
  const leads = clauses.filter(({ number, lead }) => isNamed(lead) || inRows.has(number))
  const others = clauses.filter((clause) => !leads.includes(clause))
  return {
    leads,
    takesPart: others.filter(({ support, carriedOutBy }) => isNamed([...support, ...carriedOutBy])),
  }
}

/** Departments named by the clauses or by table rows of these clauses; the one that leads most clauses first. */
export function departmentsNamed(
  clauses: readonly Clause[],
  rowLeads: readonly RowLead[],
  names: DepartmentNames,
): readonly string[] {
  const nameOf = canonicalNameOf(names)
  const numbers = new Set(clauses.map(({ number }) => number))
  const counts = new Map<string, number>()
  for (const { lead, support, carriedOutBy } of clauses) {
    for (const name of [...support, ...carriedOutBy].map(nameOf)) counts.set(name, counts.get(name) ?? 0)
    for (const name of lead.map(nameOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const { name, clauses: of } of rowLeads)
    if (of.some((number) => numbers.has(number)) && !counts.has(nameOf(name))) counts.set(nameOf(name), 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
}
