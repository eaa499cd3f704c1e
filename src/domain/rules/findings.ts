import { type DayNumber, parseDay } from '@/domain/calendar'
import { meantColumn } from '@/domain/sources/kinds/meant'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type Table, textOf } from '@/domain/table/column'
import { compileCheck, type Outcome } from './check'
import type { KindTable } from './kind-table'
import { isAdvisory, type Rule, type Scope } from './rule'
import { addToSeverity, NO_DAY, noSeverity, type Severity } from './severity'
import { STATUS, type Status } from './status'

/** What one rule says of the rows of one table. */
export interface RuleFindings {
  /** Number of the rule. */
  readonly rule: number
  /** Number of the source of row 0. */
  readonly first: number
  /** Standing of each row; fine where the rule does not hold for it. */
  readonly status: Uint8Array
  /** Whether the rule is about a row at all. */
  covers(row: number): boolean
  /** One row in full. */
  at(row: number): Finding
}

/** A rule that a source breaks, or may break. */
export interface Finding {
  readonly source: number
  readonly rule: number
  readonly status: Status
  /** First day of the failure, or null where nobody recorded it. */
  readonly since: DayNumber | null
  /** Last day on which it was, or is, in time; null where nothing gives one. */
  readonly due: DayNumber | null
  /** Overdue: days past the deadline, or past the day it was seen where that was later. Due: days left. Else 0. */
  readonly days: number
  /** How many things of the rule fail. */
  readonly failures: number
}

/** Which of two findings of a source is worse: by standing, then the more overdue, then what was not met first. */
export const worstFirst = (
  one: Pick<Finding, 'status' | 'days' | 'since'>,
  other: Pick<Finding, 'status' | 'days' | 'since'>,
): number => other.status - one.status || other.days - one.days || (one.since ?? NO_DAY) - (other.since ?? NO_DAY)

/** All findings of one source, worst first. */
export function findingsOf(findings: readonly RuleFindings[], source: number): Finding[] {
  return findings
    .filter(({ first, status }) => (status[source - first] ?? STATUS.fine) !== STATUS.fine)
    .map((each) => each.at(source - each.first))
    .sort(worstFirst)
}

/** Numbers of the rules that are about a source and that it keeps. */
export function rulesKeptBy(findings: readonly RuleFindings[], source: number): number[] {
  return findings
    .filter(({ first, status, covers }) => status[source - first] === STATUS.fine && covers(source - first))
    .map(({ rule }) => rule)
}

type Membership = 'in' | 'out' | 'unknown'

function compileScope(scope: Scope, table: Table): (row: number) => Membership {
  if ('counties' in scope) return compileScope({ field: 'county', oneOf: scope.counties }, table)
  const column = table.columns[scope.field]
  if ('is' in scope && column?.type === 'flag') {
    const wanted = scope.is ? 1 : 0
    return (row) => (column.values[row] === ABSENT_FLAG ? 'unknown' : column.values[row] === wanted ? 'in' : 'out')
  }
  if ('oneOf' in scope && (column?.type === 'text' || column?.type === 'packed')) {
    return (row) => {
      const text = textOf(column, row)
      return text === '' ? 'unknown' : scope.oneOf.includes(text) ? 'in' : 'out'
    }
  }
  if ('equals' in scope && column?.type === 'number') {
    return (row) => (Number.isNaN(column.values[row]!) ? 'unknown' : column.values[row] === scope.equals ? 'in' : 'out')
  }
  throw new RangeError(`the rule's scope reads "${scope.field}", which is ${column?.type ?? 'absent'}`)
}

/** A finding of a row, whichever source and rule it is of. */
type RowFinding = Omit<Finding, 'source' | 'rule'>

/** What the office wrote of a row's last inspection, ABSENT_DAY where nothing. */
interface Inspection {
  readonly seenOn: DayNumber
  readonly rectifyBy: DayNumber
}

/** Nothing can be late under a plan that is not out yet: a day before the rule applies falls on the first day that it does. */
export const deadlineOf = ({ from }: Pick<Rule, 'from'>, day: DayNumber): DayNumber => Math.max(day, parseDay(from))

/**
 * Puts an outcome on the calendar. The deadline of the check itself counts first (a task, a quarter), then the day by
 * which the office wants the row put right, then the rule's: past that one a failure is overdue from the day it was seen.
 */
function dateOutcome(outcome: Outcome, rule: Rule, asOf: DayNumber, { seenOn, rectifyBy }: Inspection): RowFinding {
  const { failures } = outcome
  const due = outcome.due === undefined ? undefined : deadlineOf(rule, outcome.due)
  if (outcome.verdict === 'unknown') {
    const stillDue = due !== undefined && asOf <= due
    const status = stillDue ? STATUS.due : STATUS.unknown
    return { status, since: null, due: due ?? null, days: stillDue ? due - asOf : 0, failures }
  }
  const seen = seenOn === ABSENT_DAY || seenOn > asOf ? null : seenOn
  if (due !== undefined) {
    return asOf <= due
      ? { status: STATUS.due, since: null, due, days: due - asOf, failures }
      : { status: STATUS.overdue, since: Math.max(outcome.since ?? 0, due + 1), due, days: asOf - due, failures }
  }
  const since = outcome.since ?? seen
  if (rectifyBy !== ABSENT_DAY && asOf > rectifyBy) {
    return { status: STATUS.overdue, since, due: rectifyBy, days: asOf - rectifyBy, failures }
  }
  const deadline = rule.deadline === undefined ? null : parseDay(rule.deadline)
  if (deadline === null) {
    return { status: STATUS.failing, since, due: rectifyBy === ABSENT_DAY ? null : rectifyBy, days: 0, failures }
  }
  return asOf <= deadline
    ? { status: STATUS.due, since, due: deadline, days: deadline - asOf, failures }
    : { status: STATUS.overdue, since, due: deadline, days: asOf - Math.max(deadline, since ?? deadline), failures }
}

/** What all rules say of all sources. */
export interface Findings {
  readonly rules: readonly RuleFindings[]
  /** What rules say that are hints only: no part of `rules` or `severity`, so that nothing which counts can count them. */
  readonly hints: readonly RuleFindings[]
  readonly severity: Severity
}

/**
 * All findings of the given tables on a day. A rule is tried on every row of its kind that its scope holds;
 * a row whose scope or fields are absent gives an unknown finding, never none.
 * A byte a row and rule is kept, and the rest worked out again for the row that is asked for.
 * @throws RangeError for a rule that reads a field which its kind does not have.
 */
export function findAll(tables: readonly KindTable[], rules: readonly Rule[], asOf: DayNumber): Findings {
  const severity = noSeverity(Math.max(0, ...tables.map(({ first, table }) => first + table.length)))
  const found: RuleFindings[] = []
  const hints: RuleFindings[] = []
  for (const table of tables) {
    rules.forEach((rule, number) => {
      if (rule.kind !== table.kind || asOf < parseDay(rule.from) || (rule.until && asOf > parseDay(rule.until))) return
      if (isAdvisory(rule)) hints.push(tryRule(table, rule, number, asOf, null))
      else found.push(tryRule(table, rule, number, asOf, severity))
    })
  }
  return { rules: found, hints, severity }
}

const dayOf = (column: Column | undefined, row: number) => (column?.type === 'day' ? column.values[row]! : ABSENT_DAY)

function tryRule(
  kind: KindTable,
  rule: Rule,
  number: number,
  asOf: DayNumber,
  severity: Severity | null,
): RuleFindings {
  const { table, first, said } = kind
  const rectifyBy = meantColumn(kind, 'rectifyBy')
  const foundOn = meantColumn(kind, 'foundOn')
  const inspectedOn = meantColumn(kind, 'inspectedOn')
  const scopes = rule.scope.map((scope) => compileScope(scope, table))
  const check = compileCheck(rule.check, table, asOf)

  function membership(row: number): Membership {
    let member: Membership = 'in'
    for (const scope of scopes) {
      const here = scope(row)
      if (here === 'out') return here
      if (member === 'in') member = here
    }
    return member
  }

  function findingAt(row: number): RowFinding | null {
    const member = membership(row)
    if (member === 'out') return null
    const word = said?.get(row)?.get(rule.id)
    const outcome: Outcome = word
      ? { verdict: word.holds ? 'fine' : 'failed', failures: word.holds ? 0 : 1 }
      : member === 'unknown'
        ? { verdict: 'unknown', failures: 0 }
        : check(row)
    if (outcome.verdict === 'fine') return null
    const found = dayOf(foundOn, row)
    const seenOn = found === ABSENT_DAY ? dayOf(inspectedOn, row) : found
    return dateOutcome(outcome, rule, asOf, { seenOn, rectifyBy: dayOf(rectifyBy, row) })
  }

  const status = new Uint8Array(table.length)
  for (let row = 0; row < table.length; row++) {
    const finding = findingAt(row)
    if (finding === null) continue
    status[row] = finding.status
    if (severity) addToSeverity(severity, first + row, finding)
  }
  return {
    rule: number,
    first,
    status,
    covers: (row) => membership(row) !== 'out',
    at(row) {
      const finding = findingAt(row)
      if (finding === null) throw new RangeError(`rule ${number} has no finding on row ${row}`)
      return { source: first + row, rule: number, ...finding }
    },
  }
}
