import type { IsoDay } from '@/domain/calendar'
import { tableOfFindings } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import { type DataClass, leastReal } from '@/domain/sources/kinds/data-class'
import { isMonitorList, isTaskList, type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import { textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { evidenceOfFinding } from '@/questions/monitors/measured-facts'
import { type ClauseDuty, clauseDuties } from '@/questions/plan/clause-duties'
import { leadsOfSource } from '@/questions/plan/leads'
import { isToVerify } from '@/questions/source/to-verify'
import { isPastUnknown } from '@/questions/unmet/past-unknown'

/** Failures by standing: one for each requirement that a source fails. */
export interface ProblemCounts {
  readonly overdue: number
  readonly failing: number
}

/** How many overdue failures are caused by monitors' readings, and the least real data class among these. */
export interface OverdueByReadings {
  readonly overdue: number
  readonly dataClass: DataClass
}

/**
 * How many requirements need a person to look, because readings miss a value that nobody confirmed; these are no
 * failures.
 */
export interface ToVerify {
  readonly count: number
  /** The least real data class of the readings. */
  readonly dataClass: DataClass
}

/** The failures that concern one department. */
export interface DepartmentProblems {
  /** '' if nobody is named. */
  readonly name: string
  /** Failures that it leads. Each failure has one lead, so these add up to all failures. */
  readonly lead: ProblemCounts
  /** Failures that another department leads and in which it takes part. */
  readonly joint: ProblemCounts
  /** Sources with a failure that it leads. */
  readonly sources: number
  /** Requirements that it leads whose due day is past and for which nothing is recorded: neither met nor overdue. */
  readonly pastUnknown: number
}

/** Failures in one county. */
export interface CountyProblems {
  /** County code; '' if unknown. */
  readonly county: string
  readonly total: ProblemCounts
  /** Sources with a failure. */
  readonly sources: number
  /** Most failures first. */
  readonly clauses: readonly ({ readonly clause: number } & ProblemCounts)[]
}

/** All failures on one day, regardless of filters. */
export interface MonthProblems {
  readonly day: IsoDay
  readonly total: ProblemCounts
  /** Sources with a failure, without tasks and monitors. */
  readonly sources: number
  /** Tasks named by the plan with a failure; not counted as sources. */
  readonly tasks: number
  /** Monitors with a failure; not counted as sources. */
  readonly monitors: number
  /** Requirements per source whose due day is past and for which nothing is recorded: not failures yet. */
  readonly pastUnknown: number
  /** Null if there is nothing to verify. */
  readonly toVerify: ToVerify | null
  /**
   * By clause number, with the departments responsible for overdue failures and the kinds of their sources; clauses
   * without a failure are left out.
   */
  readonly clauses: readonly ({
    readonly clause: number
    readonly readings: OverdueByReadings | null
    readonly overdueKinds: readonly KindId[]
  } & ProblemCounts &
    ClauseDuty)[]
  /** Most overdue first. */
  readonly departments: readonly DepartmentProblems[]
  /** Most overdue first; counties without a failure are left out. */
  readonly counties: readonly CountyProblems[]
}

type Counting = { overdue: number; failing: number }
const sumOf = ({ overdue, failing }: ProblemCounts) => overdue + failing
const none = (): Counting => ({ overdue: 0, failing: 0 })

const readingsCount = (classes: readonly DataClass[] = []): OverdueByReadings | null =>
  classes.length === 0 ? null : { overdue: classes.length, dataClass: leastReal(classes) }

/** Counts all failures. The first department that a requirement names leads, the others take part. */
export function monthProblems(evaluated: EvaluatedPackage): MonthProblems {
  const { opened, evaluation, findings, tables } = evaluated
  const duties = clauseDuties(evaluated)
  const total = none()
  const all = new Set<number>()
  const tasks = new Set<number>()
  const monitors = new Set<number>()
  const clauses = new Map<number, Counting>()
  const byReadings = new Map<number, DataClass[]>()
  const overdueKinds = new Map<number, Set<KindId>>()
  const departments = new Map<string, { lead: Counting; joint: Counting; sources: Set<number>; pastUnknown: number }>()
  let pastUnknown = 0
  const verified: DataClass[] = []
  const counties = new Map<string, { total: Counting; sources: Set<number>; clauses: Map<number, Counting> }>()
  const countyOf = (code: string) => {
    const found = counties.get(code) ?? { total: none(), sources: new Set<number>(), clauses: new Map() }
    counties.set(code, found)
    return found
  }
  const departmentOf = (name: string) => {
    const found = departments.get(name) ?? { lead: none(), joint: none(), sources: new Set<number>(), pastUnknown: 0 }
    departments.set(name, found)
    return found
  }
  for (const each of findings) {
    const { rule, first, status } = each
    const isPast = isPastUnknown(evaluated, each)
    const verifies = isToVerify(evaluated, each)
    const ofTable = tableOfFindings(tables, each)
    const { clause, kind: id } = opened.pack.rules[rule]!
    const kind = kindWithId(opened.pack.kinds, id)
    const isOfTasks = kind !== undefined && isTaskList(kind)
    const isOfMonitors = kind !== undefined && isMonitorList(kind)
    for (let row = 0; row < status.length; row++) {
      if (isPast?.(row)) {
        pastUnknown++
        departmentOf(leadsOfSource(opened, rule, first + row)[0] ?? '').pastUnknown++
      }
      if (verifies?.(row))
        verified.push((ofTable?.measured?.get(row) ?? ofTable?.tracked?.get(row))?.dataClass ?? 'illustrative')
      if (status[row]! < STATUS.failing) continue
      const standing = status[row] === STATUS.overdue ? 'overdue' : 'failing'
      const source = first + row
      const evidence = standing === 'overdue' ? evidenceOfFinding(evaluated, { rule, source }) : null
      if (standing === 'overdue') overdueKinds.set(clause, (overdueKinds.get(clause) ?? new Set()).add(id))
      if (evidence?.by === 'readings') byReadings.set(clause, [...(byReadings.get(clause) ?? []), evidence.dataClass])
      const ofClause = clauses.get(clause) ?? none()
      clauses.set(clause, ofClause)
      const [lead = '', ...joint] = leadsOfSource(opened, rule, source)
      const department = departmentOf(lead)
      const county = countyOf(textAt(opened.inventory.sources, 'county', source))
      const inCounty = county.clauses.get(clause) ?? none()
      county.clauses.set(clause, inCounty)
      for (const counts of [total, ofClause, department.lead, county.total, inCounty]) counts[standing]++
      for (const name of joint) departmentOf(name).joint[standing]++
      if (isOfTasks) tasks.add(source)
      else if (isOfMonitors) monitors.add(source)
      else for (const { sources } of [department, county, { sources: all }]) sources.add(source)
    }
  }
  return {
    day: evaluation.asOf,
    total,
    sources: all.size,
    tasks: tasks.size,
    monitors: monitors.size,
    pastUnknown,
    toVerify: verified.length === 0 ? null : { count: verified.length, dataClass: leastReal(verified) },
    clauses: [...clauses].map(([clause, counts]) => ({
      clause,
      ...counts,
      readings: readingsCount(byReadings.get(clause)),
      overdueKinds: [...(overdueKinds.get(clause) ?? [])],
      ...(duties.get(clause) ?? { leads: [], joint: [] }),
    })),
    departments: [...departments]
      .map(([name, { sources, ...counts }]) => ({ name, ...counts, sources: sources.size }))
      .sort(
        (a, b) =>
          b.lead.overdue - a.lead.overdue ||
          b.lead.failing - a.lead.failing ||
          sumOf(b.joint) - sumOf(a.joint) ||
          b.pastUnknown - a.pastUnknown,
      ),
    counties: [...counties]
      .map(([county, { total, sources, clauses }]) => ({
        county,
        total,
        sources: sources.size,
        clauses: [...clauses]
          .map(([clause, counts]) => ({ clause, ...counts }))
          .sort((a, b) => sumOf(b) - sumOf(a) || a.clause - b.clause),
      }))
      .sort((a, b) => b.total.overdue - a.total.overdue || b.total.failing - a.total.failing),
  }
}
