import { type DayNumber, parseDay } from '@/domain/calendar'
import type { Table } from '@/domain/table/column'
import type { KindTable } from './kind-table'
import { type PlanDay, type RowFinding, rowsUnder } from './row-finding'
import { isAdvisory, type Rule } from './rule'
import { addToSeverity, NO_DAY, noSeverity, type Severity } from './severity'
import { STATUS } from './status'

/** Result of one rule for the rows of one table. */
export interface RuleFindings {
  /** Index of the rule. */
  readonly rule: number
  /** Number of the source of row 0. */
  readonly first: number
  /** Status of each row; fine if the rule does not apply to it. */
  readonly status: Uint8Array
  /** Whether any row has a known first day of failure, or a due day. */
  readonly anySince: boolean
  readonly anyDue: boolean
  /** Whether the rule applies to a row. */
  covers(row: number): boolean
  /** The full finding of one row. */
  at(row: number): Finding
}

/** A rule that a source breaks, or may break. */
export interface Finding extends RowFinding {
  readonly source: number
  readonly rule: number
}

/** Sort order of findings, worst first: by status, then days overdue, then the earliest first day of failure. */
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

/** Indexes of the rules that apply to a source and that it meets. */
export function rulesKeptBy(findings: readonly RuleFindings[], source: number): number[] {
  return findings
    .filter(({ first, status, covers }) => status[source - first] === STATUS.fine && covers(source - first))
    .map(({ rule }) => rule)
}

/** Results of all rules for all sources. */
export interface Findings {
  readonly rules: readonly RuleFindings[]
  /** Results of advisory rules (hints). They are kept out of `rules` and `severity` so that nothing can count them. */
  readonly hints: readonly RuleFindings[]
  readonly severity: Severity
}

/**
 * All findings of the given tables on a day, under the plan of `year` (null if unknown). A rule is evaluated on every
 * row of its kind within its scope. A row whose scope or fields are absent gets an unknown finding, never none. What
 * was overdue under a replaced rule stays overdue under its successor (`row-finding.ts`).
 * Stores one byte per row and rule; the rest is recomputed for the row requested.
 * @throws RangeError if a rule reads a field that its kind does not have.
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

/** @param rules all rules under evaluation, including any that the rule replaced. */
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

/**
 * Whether findings are of the table with `length` rows from the source number `from` on. The number alone does not
 * tell: an empty table begins at the same number as the next.
 */
export const isAboutTable = (
  { first, status }: Pick<RuleFindings, 'first' | 'status'>,
  from: number,
  length: number,
): boolean => first === from && status.length === length

/** The table of some findings. */
export const tableOf = <T extends { readonly first: number; readonly table: Table }>(
  tables: readonly T[],
  findings: Pick<RuleFindings, 'first' | 'status'>,
): T | undefined => tables.find(({ first, table }) => isAboutTable(findings, first, table.length))
