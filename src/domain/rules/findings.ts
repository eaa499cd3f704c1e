import { type DayNumber, dayNumber, parseDay } from '@/domain/calendar'
import { isTaskList } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, type Table } from '@/domain/table/column'
import { compileCheck, type Outcome, outcomeAsSeen } from './check'
import { earliestOf, type FailureDays, writtenDays } from './failure-days'
import type { KindTable, SeenItem } from './kind-table'
import { isAdvisory, type Rule } from './rule'
import { compileScopes } from './scope'
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
  /** Overdue: days past the deadline, or past the day it was seen where that was later. Due by a day: days left. Else 0. */
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

/** A finding of a row, whichever source and rule it is of. */
type RowFinding = Omit<Finding, 'source' | 'rule'>

/** Nothing fails or is late under a rule that does not apply yet: a day before it does falls on the first day that it does. */
export const notBefore = ({ from }: Pick<Rule, 'from'>, day: DayNumber): DayNumber => Math.max(day, parseDay(from))

/**
 * Puts an outcome on the calendar. The deadline of the check itself counts first (a task, a quarter), then the day by
 * which the office wants the row put right, then the rule's: past that one a failure is overdue from the day it was seen.
 */
function dateOutcome(outcome: Outcome, rule: Rule, asOf: DayNumber, written: FailureDays): RowFinding {
  const { failures } = outcome
  const due = outcome.due === undefined ? undefined : notBefore(rule, outcome.due)
  if (outcome.verdict === 'unknown') {
    const stillDue = due !== undefined && asOf <= due
    const status = stillDue ? STATUS.due : STATUS.unknown
    return { status, since: null, due: due ?? null, days: stillDue ? due - asOf : 0, failures }
  }
  const isSeen = written.since !== ABSENT_DAY && written.since <= asOf
  const seen = isSeen ? notBefore(rule, written.since) : null
  if (due !== undefined) {
    return asOf <= due
      ? { status: STATUS.due, since: null, due, days: due - asOf, failures }
      : { status: STATUS.overdue, since: Math.max(outcome.since ?? 0, due + 1), due, days: asOf - due, failures }
  }
  const since = outcome.since === undefined ? seen : notBefore(rule, outcome.since)
  const demanded = written.due === ABSENT_DAY ? null : notBefore(rule, written.due)
  if (demanded !== null && asOf > demanded) {
    return { status: STATUS.overdue, since, due: demanded, days: asOf - demanded, failures }
  }
  const deadline = rule.deadline === undefined ? null : notBefore(rule, parseDay(rule.deadline))
  if (deadline === null) return { status: STATUS.failing, since, due: demanded, days: 0, failures }
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
 * All findings of the given tables on a day, under the plan of `year` (null: of no year that is known). A rule is tried on every row of its kind that its scope holds;
 * a row whose scope or fields are absent gives an unknown finding, never none.
 * A byte a row and rule is kept, and the rest worked out again for the row that is asked for.
 * @throws RangeError for a rule that reads a field which its kind does not have.
 */
export function findAll(
  tables: readonly KindTable[],
  rules: readonly Rule[],
  asOf: DayNumber,
  year: number | null = null,
): Findings {
  const isInYear = year !== null && asOf <= dayNumber(year, 12, 31)!
  const severity = noSeverity(Math.max(0, ...tables.map(({ first, table }) => first + table.length)))
  const found: RuleFindings[] = []
  const hints: RuleFindings[] = []
  for (const table of tables) {
    rules.forEach((rule, number) => {
      if (rule.kind !== table.kind || asOf < parseDay(rule.from) || (rule.until && asOf > parseDay(rule.until))) return
      if (isAdvisory(rule)) hints.push(tryRule(table, rule, number, { asOf, isInYear }, null))
      else found.push(tryRule(table, rule, number, { asOf, isInYear }, severity))
    })
  }
  return { rules: found, hints, severity }
}

/** The items of the checklist that a rule which a row breaks is about: its flags that are not met, else the rule. */
function failingItems({ id, check }: Rule, { columns }: Table, row: number): readonly string[] {
  if (check.type !== 'all-yes') return [id]
  return check.fields.filter((field) => {
    const column = columns[field]
    return column?.type === 'flag' && column.values[row] === 0
  })
}

/** The day on which rules are evaluated, and whether it lies in the plan's year or before. */
interface PlanDay {
  readonly asOf: DayNumber
  readonly isInYear: boolean
}

/** A task that the plan gives no day is of its whole year: while that goes on it is not due yet, whatever is written of it. */
const DUE_IN_YEAR: RowFinding = { status: STATUS.due, since: null, due: null, days: 0, failures: 0 }

function tryRule(
  kind: KindTable,
  rule: Rule,
  number: number,
  { asOf, isInYear }: PlanDay,
  severity: Severity | null,
): RuleFindings {
  const { table, first, seen } = kind
  const written = writtenDays({ schema: kind.schema, table: seen?.before ?? table })
  const membership = compileScopes(rule.scope, table)
  const isOfYear = isInYear && rule.check.type === 'done' && isTaskList(kind.schema)
  const check = compileCheck(rule.check, table, asOf)

  /** What a team saw of an item confirms what is written of it, unless it had been put right in between; flags know it already. */
  function daysOf(item: SeenItem | undefined, row: number): readonly FailureDays[] {
    if (!item) return [written(row)]
    const isNew = rule.check.type === 'all-yes' || item.heldBefore || check(row).verdict !== 'failed'
    return isNew ? [item] : [item, written(row)]
  }

  function findingAt(row: number): RowFinding | null {
    const member = membership(row)
    if (member === 'out') return null
    const items = seen?.items.get(row)
    const word = items?.get(rule.id)
    const outcome: Outcome = word
      ? outcomeAsSeen(rule.check, word, check(row), asOf)
      : member === 'unknown'
        ? { verdict: 'unknown', failures: 0 }
        : check(row)
    if (outcome.verdict === 'fine') return null
    if (isOfYear && member === 'in' && outcome.due === undefined) return { ...DUE_IN_YEAR, failures: outcome.failures }
    const failing = items
      ? failingItems(rule, table, row).flatMap((item) => daysOf(items.get(item), row))
      : [written(row)]
    return dateOutcome(outcome, rule, asOf, earliestOf(failing))
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
