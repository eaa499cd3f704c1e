import { type DayNumber, parseDay } from '@/domain/calendar'
import type { SourceKind } from '@/domain/sources/schema'
import { ABSENT_DAY, ABSENT_FLAG, type Table } from '@/domain/table/column'
import { compileCheck, type Outcome } from './check'
import type { Rule, Scope } from './rule'
import { STATUS, type Status } from './status'

/** What breaks, or may break, which rule: one entry for each source and rule that is not fine. Parallel arrays. */
export interface Findings {
  readonly length: number
  /** Number of the source. */
  readonly source: Uint32Array
  /** Number of the rule. */
  readonly rule: Uint16Array
  readonly status: Uint8Array
  /** First day of the failure, or {@link ABSENT_DAY} where nobody recorded it. */
  readonly since: Int32Array
  /** Overdue: days past the deadline. Due: days left. Else 0. */
  readonly days: Int32Array
  /** How many things of the rule fail. */
  readonly failures: Uint8Array
}

/** One entry of {@link Findings}. */
export interface Finding {
  readonly source: number
  readonly rule: number
  readonly status: Status
  readonly since: DayNumber | null
  readonly days: number
  readonly failures: number
}

/** Entry `i` of the findings. */
export function findingAt(findings: Findings, i: number): Finding {
  const since = findings.since[i]!
  return {
    source: findings.source[i]!,
    rule: findings.rule[i]!,
    status: findings.status[i] as Status,
    since: since === ABSENT_DAY ? null : since,
    days: findings.days[i]!,
    failures: findings.failures[i]!,
  }
}

/** A table of one kind; its row 0 is source number `first`. */
export interface KindTable {
  readonly kind: SourceKind
  readonly table: Table
  readonly first: number
}

type Membership = 'in' | 'out' | 'unknown'

function compileScope(scope: Scope, table: Table): (row: number) => Membership {
  if ('counties' in scope) return compileScope({ field: 'county', oneOf: scope.counties }, table)
  const column = table.columns[scope.field]
  if ('is' in scope && column?.type === 'flag') {
    const wanted = scope.is ? 1 : 0
    return (row) => (column.values[row] === ABSENT_FLAG ? 'unknown' : column.values[row] === wanted ? 'in' : 'out')
  }
  if ('oneOf' in scope && column?.type === 'text') {
    return (row) => {
      const text = column.dictionary[column.codes[row]!]!
      return text === '' ? 'unknown' : scope.oneOf.includes(text) ? 'in' : 'out'
    }
  }
  if ('equals' in scope && column?.type === 'number') {
    return (row) => (Number.isNaN(column.values[row]!) ? 'unknown' : column.values[row] === scope.equals ? 'in' : 'out')
  }
  throw new RangeError(`the rule's scope reads "${scope.field}", which is ${column?.type ?? 'absent'}`)
}

/** What the office wrote of a row's last inspection, ABSENT_DAY where nothing. */
interface Inspection {
  readonly seenOn: DayNumber
  readonly rectifyBy: DayNumber
}

/**
 * Puts an outcome on the calendar. The deadline of the check itself counts first (a task, a quarter), then the day by
 * which the office wants the row put right, then the rule's: past that one a failure is overdue from the day it was seen.
 */
function judge(outcome: Outcome, rule: Rule, asOf: DayNumber, { seenOn, rectifyBy }: Inspection): Judgement {
  const { failures, due } = outcome
  if (outcome.verdict === 'unknown') {
    const stillDue = due !== undefined && asOf <= due
    return { status: stillDue ? STATUS.due : STATUS.unknown, since: null, days: stillDue ? due - asOf : 0, failures }
  }
  const seen = seenOn === ABSENT_DAY || seenOn > asOf ? null : seenOn
  if (due !== undefined) {
    return asOf <= due
      ? { status: STATUS.due, since: null, days: due - asOf, failures }
      : { status: STATUS.overdue, since: outcome.since ?? due + 1, days: asOf - due, failures }
  }
  const since = outcome.since ?? seen
  if (rectifyBy !== ABSENT_DAY && asOf > rectifyBy) {
    return { status: STATUS.overdue, since, days: asOf - rectifyBy, failures }
  }
  const deadline = rule.deadline === undefined ? null : parseDay(rule.deadline)
  if (deadline === null) return { status: STATUS.failing, since, days: 0, failures }
  return asOf <= deadline
    ? { status: STATUS.due, since, days: deadline - asOf, failures }
    : { status: STATUS.overdue, since, days: asOf - Math.max(deadline, since ?? deadline), failures }
}

type Judgement = Omit<Finding, 'source' | 'rule'>

/**
 * All findings of the given tables on a day. A rule is tried on every row of its kind that its scope holds;
 * a row whose scope or fields are absent gives an unknown finding, never none.
 * @throws RangeError for a rule that reads a field which its kind does not have.
 */
export function findAll(tables: readonly KindTable[], rules: readonly Rule[], asOf: DayNumber): Findings {
  const source: number[] = []
  const ruleNumbers: number[] = []
  const status: number[] = []
  const sinces: number[] = []
  const days: number[] = []
  const failures: number[] = []
  for (const { kind, table, first } of tables) {
    const rectify = table.columns.rectifyBy
    const found = table.columns.foundOn
    const inspected = table.columns.inspectedOn
    const dayOf = (column: typeof found, row: number) => (column?.type === 'day' ? column.values[row]! : ABSENT_DAY)
    rules.forEach((rule, number) => {
      if (rule.kind !== kind || asOf < parseDay(rule.from) || (rule.until && asOf > parseDay(rule.until))) return
      const scopes = rule.scope.map((scope) => compileScope(scope, table))
      const check = compileCheck(rule.check, table, asOf)
      for (let row = 0; row < table.length; row++) {
        let member: Membership = 'in'
        for (const scope of scopes) {
          const here = scope(row)
          if (here === 'out' || member === 'in') member = here
          if (here === 'out') break
        }
        if (member === 'out') continue
        const outcome: Outcome = member === 'unknown' ? { verdict: 'unknown', failures: 0 } : check(row)
        if (outcome.verdict === 'fine') continue
        const seenOn = dayOf(found, row) === ABSENT_DAY ? dayOf(inspected, row) : dayOf(found, row)
        const finding = judge(outcome, rule, asOf, { seenOn, rectifyBy: dayOf(rectify, row) })
        source.push(first + row)
        ruleNumbers.push(number)
        status.push(finding.status)
        sinces.push(finding.since ?? ABSENT_DAY)
        days.push(finding.days)
        failures.push(finding.failures)
      }
    })
  }
  return {
    length: source.length,
    source: Uint32Array.from(source),
    rule: Uint16Array.from(ruleNumbers),
    status: Uint8Array.from(status),
    since: Int32Array.from(sinces),
    days: Int32Array.from(days),
    failures: Uint8Array.from(failures),
  }
}
