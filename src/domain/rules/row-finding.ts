import { type DayNumber, dayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import { isTaskList } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, type Table } from '@/domain/table/column'
import { compileCheck, type Outcome, outcomeAsSeen } from './check'
import { earliestOf, type FailureDays, writtenDays } from './failure-days'
import type { KindTable, SeenItem } from './kind-table'
import { stillAsked } from './relation'
import { isAdvisory, type Rule } from './rule'
import { compileScopes } from './scope'
import { STATUS, type Status } from './status'

/** How a row stands that does not keep a rule, or may not. */
export interface RowFinding {
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

/** A day on which rules are evaluated. */
export interface PlanDay {
  readonly asOf: DayNumber
  /** Year of the plan; null where none is known. */
  readonly year: number | null
  /** Whether what teams and inspections found only after the day is not of it. */
  readonly isPast?: boolean
}

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

/** The items of the checklist that a rule which a row breaks is about: its flags that are not met, else the rule. */
function failingItems({ id, check }: Rule, { columns }: Table, row: number): readonly string[] {
  if (check.type !== 'all-yes') return [id]
  return check.fields.filter((field) => {
    const column = columns[field]
    return column?.type === 'flag' && column.values[row] === 0
  })
}

/** A task that the plan gives no day is of its whole year: while that goes on it is not due yet, whatever is written of it. */
const DUE_IN_YEAR: RowFinding = { status: STATUS.due, since: null, due: null, days: 0, failures: 0 }

/** What a rule says of the rows of one table. */
interface RowsUnder {
  /** Whether the rule is about a row at all. */
  covers(row: number): boolean
  /** Null where the row keeps the rule, or the rule is not about it. */
  at(row: number): RowFinding | null
}

/**
 * What a rule says of rows on a day, and with it what is left of the rule whose place it took: what was overdue by that one on its
 * last day, and is asked still, stays overdue since then until it is done. A row that keeps the new rule owes nothing: one that
 * asks more mildly forgives those of whom it asks no more.
 * @param rules those among which the one that it follows is looked for.
 * @throws RangeError for a rule that reads a field which its kind does not have.
 */
export function rowsUnder(kind: KindTable, rules: readonly Rule[], rule: Rule, day: PlanDay): RowsUnder {
  const own = ownRows(kind, rule, day)
  const before = leftOf(rules, rule)
  if (before === null) return own
  const last = parseDay(before.until)
  const others = rules.filter(({ id }) => id !== rule.id)
  const [onLastDay, now] = [
    rowsUnder(kind, others, before, { ...day, asOf: last, isPast: true }),
    ownRows(kind, before, day),
  ]
  return {
    covers: own.covers,
    at(row) {
      const finding = own.at(row)
      if (finding === null) return null
      const late = onLastDay.at(row)
      if (late?.status !== STATUS.overdue || now.at(row) === null) return finding
      return { ...late, days: late.days + day.asOf - last, failures: finding.failures }
    },
  }
}

/** The rule whose place another one took, over by then, with as much of what it asks as that one asks too; null where that is nothing. */
function leftOf(rules: readonly Rule[], rule: Rule): (Rule & { readonly until: IsoDay }) | null {
  const before = rules.find(({ id }) => id === rule.follows)
  if (before?.until === undefined || before.until >= rule.from || before.kind !== rule.kind) return null
  // What no clause asks for is owed to nobody.
  if (isAdvisory(before) || isAdvisory(rule)) return null
  const check = stillAsked(before.check, rule.check)
  return check && { ...before, until: before.until, check }
}

/** Whether a failure was seen only after a day: nothing was demanded of it by then, and the check has no day of its own. */
const cameLater = (outcome: Outcome, { since, due }: FailureDays, day: DayNumber) =>
  outcome.due === undefined && since !== ABSENT_DAY && since > day && (due === ABSENT_DAY || due >= day)

function ownRows(kind: KindTable, rule: Rule, { asOf, year, isPast = false }: PlanDay): RowsUnder {
  const { table, seen } = kind
  const written = writtenDays({ schema: kind.schema, table: seen?.before ?? table })
  const membership = compileScopes(rule.scope, table)
  const isInYear = year !== null && asOf <= dayNumber(year, 12, 31)!
  const isOfYear = isInYear && rule.check.type === 'done' && isTaskList(kind.schema)
  const check = compileCheck(rule.check, table, asOf)

  /** What a team saw of an item confirms what is written of it, unless it had been put right in between; flags know it already. */
  function daysOf(item: SeenItem | undefined, row: number): readonly FailureDays[] {
    if (!item) return [written(row)]
    const isNew = rule.check.type === 'all-yes' || item.heldBefore || check(row).verdict !== 'failed'
    return isNew ? [item] : [item, written(row)]
  }

  return {
    covers: (row) => membership(row) !== 'out',
    at(row) {
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
      if (isOfYear && member === 'in' && outcome.due === undefined)
        return { ...DUE_IN_YEAR, failures: outcome.failures }
      const failing = items
        ? failingItems(rule, table, row).flatMap((item) => daysOf(items.get(item), row))
        : [written(row)]
      const days = earliestOf(failing)
      return isPast && cameLater(outcome, days, asOf) ? null : dateOutcome(outcome, rule, asOf, days)
    },
  }
}
