import type { IsoDay } from '@/domain/calendar'
import { knownBody } from '@/domain/plan/known-bodies'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Clause } from './clause'
import { isAdvisory, type Rule } from './rule'
import { notOver } from './rule-change'

/** What a department has to do with a kind of source: it leads a requirement of it, takes part in its clause, or leads single rows. */
export type Involvement = 'leads' | 'takes-part' | 'leads-rows'

/** A department that rows of a table name as their lead. */
export interface RowLead {
  readonly kind: KindId
  /** As the rows have it. */
  readonly name: string
  /** Numbers of the clauses that those rows are of; none where the kind does not say. */
  readonly clauses: readonly number[]
}

/** By a name of the plan, what its department is called. */
export type DepartmentNames = ReadonlyMap<string, string>

/** What says which departments there are, and what they look after. */
export interface NamedDepartments {
  readonly rules: readonly Rule[]
  readonly clauses: readonly Clause[]
  readonly rowLeads: readonly RowLead[]
  readonly departmentNames: DepartmentNames
}

/** By department, the kinds that it has to do with; by a kind's id, how. */
export type DepartmentKinds = ReadonlyMap<string, ReadonlyMap<KindId, Involvement>>

/**
 * Which kinds concern which departments on a day, by the requirements that are not over by then. A department leads a kind where a rule names it, or, where the rule
 * leaves that to each row, its clause; it takes part where the rule, or its clause, names it as supporting (参与), or the clause as leading (牵头).
 * Who only carries a clause out (落实), as every county does, is not among them. Hints that no clause asks for say nothing.
 * Who leads a clause that nothing is checked of, or only rows of a table, is among them too, each by one name.
 */
export function departmentKinds(
  { rules, clauses, rowLeads, departmentNames }: NamedDepartments,
  day: IsoDay,
): DepartmentKinds {
  const nameOf = calledBy(departmentNames)
  const found = new Map<string, Map<KindId, Involvement>>()
  for (const { lead } of clauses) for (const name of lead) found.set(nameOf(name), new Map())
  for (const rule of notOver(rules, day)) {
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
 * What each department of a plan is called: of names that are short for another, or a letter off, the longer stands, else the
 * clauses'. Each is compared with each; names of rows, of which there may be as many as rows, stand as they are.
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
    const called = knownBody(name, known).name
    if (called === name) known.push(name)
    names.set(name, called)
  }
  return names
}

/** What a department is called that is named so; a name that the plan does not have stands as it is. */
export const calledBy =
  (names: DepartmentNames) =>
  (name: string): string =>
    names.get(name) ?? name

/** The kinds that concern any of some departments; `isWhole` only those of which not single rows alone are theirs. */
export const kindsConcerning = (
  of: DepartmentKinds,
  departments: readonly string[],
  isWhole = false,
): ReadonlySet<KindId> =>
  new Set(
    departments.flatMap((department) =>
      [...(of.get(department) ?? [])].flatMap(([kind, how]) => (isWhole && how === 'leads-rows' ? [] : [kind])),
    ),
  )

/**
 * Clauses that name a department: those that it leads, by themselves or in the rows of a table that are of them, and those in which
 * it only takes part or that it carries out.
 */
export function clausesNaming(
  clauses: readonly Clause[],
  department: string,
  rowLeads: readonly RowLead[],
  names: DepartmentNames,
): { readonly leads: readonly Clause[]; readonly takesPart: readonly Clause[] } {
  const nameOf = calledBy(names)
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

/** The departments that clauses, or rows that are of them, name; who leads most of them first. */
export function departmentsNamed(
  clauses: readonly Clause[],
  rowLeads: readonly RowLead[],
  names: DepartmentNames,
): readonly string[] {
  const nameOf = calledBy(names)
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
