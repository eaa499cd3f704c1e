import { type DayNumber, parseDay } from '@/domain/calendar'
import type { Table } from '@/domain/table/column'
import type { KindTable } from './kind-table'
import { type PlanDay, type RowFinding, rowsUnder } from './row-finding'
import { isAdvisory, type Rule } from './rule'
import { addToSeverity, NO_DAY, noSeverity, type Severity } from './severity'
import { STATUS } from './status'

/** What one rule says of the rows of one table. */
export interface RuleFindings {
  /** Number of the rule. */
  readonly rule: number
  /** Number of the source of row 0. */
  readonly first: number
  /** Standing of each row; fine where the rule does not hold for it. */
  readonly status: Uint8Array
  /** Whether of any row it is known since when it fails, or by when it was or is to be met. */
  readonly anySince: boolean
  readonly anyDue: boolean
  /** Whether the rule is about a row at all. */
  covers(row: number): boolean
  /** One row in full. */
  at(row: number): Finding
}

/** A rule that a source breaks, or may break. */
export interface Finding extends RowFinding {
  readonly source: number
  readonly rule: number
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

/** What all rules say of all sources. */
export interface Findings {
  readonly rules: readonly RuleFindings[]
  /** What rules say that are hints only: no part of `rules` or `severity`, so that nothing which counts can count them. */
  readonly hints: readonly RuleFindings[]
  readonly severity: Severity
}

/**
 * All findings of the given tables on a day, under the plan of `year` (null: of no year that is known). A rule is tried on every row of its kind that its scope holds;
 * a row whose scope or fields are absent gives an unknown finding, never none. What was overdue by a rule whose place another one
 * took stays overdue by that one (`row-finding.ts`).
 * A byte a row and rule is kept, and the rest worked out again for the row that is asked for.
 * @throws RangeError for a rule that reads a field which its kind does not have.
 */
export function findAll(
  tables: readonly KindTable[],
  rules: readonly Rule[],
  asOf: DayNumber,
  year: number | null = null,
): Findings {
  const day: PlanDay = { asOf, year }
  const severity = noSeverity(Math.max(0, ...tables.map(({ first, table }) => first + table.length)))
  const found: RuleFindings[] = []
  const hints: RuleFindings[] = []
  for (const table of tables) {
    rules.forEach((rule, number) => {
      if (rule.kind !== table.kind || asOf < parseDay(rule.from) || (rule.until && asOf > parseDay(rule.until))) return
      if (isAdvisory(rule)) hints.push(tryRule(table, rules, number, day, null))
      else found.push(tryRule(table, rules, number, day, severity))
    })
  }
  return { rules: found, hints, severity }
}

/** @param rules all that are evaluated: one whose place the rule took is among them. */
function tryRule(
  kind: KindTable,
  rules: readonly Rule[],
  number: number,
  day: PlanDay,
  severity: Severity | null,
): RuleFindings {
  const { table, first } = kind
  const { covers, at: findingAt } = rowsUnder(kind, rules, rules[number]!, day)
  const status = new Uint8Array(table.length)
  let [anySince, anyDue] = [false, false]
  for (let row = 0; row < table.length; row++) {
    const finding = findingAt(row)
    if (finding === null) continue
    status[row] = finding.status
    anySince ||= finding.since !== null
    anyDue ||= finding.due !== null
    if (severity) addToSeverity(severity, first + row, finding)
  }
  return {
    rule: number,
    first,
    status,
    ...{ anySince, anyDue, covers },
    at(row) {
      const finding = findingAt(row)
      if (finding === null) throw new RangeError(`rule ${number} has no finding on row ${row}`)
      return { source: first + row, rule: number, ...finding }
    },
  }
}

/** The table whose rows findings are of; one without rows may begin at the same number. */
export const tableOf = <T extends { readonly first: number; readonly table: Table }>(
  tables: readonly T[],
  { first, status }: Pick<RuleFindings, 'first' | 'status'>,
): T | undefined => tables.find((each) => each.first === first && each.table.length === status.length)
