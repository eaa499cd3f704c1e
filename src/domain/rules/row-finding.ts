import { type DayNumber, dayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import { isTaskList } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, type Table } from '@/domain/table/column'
import {
  type CheckOutcome,
  compileCheck,
  firstInterval,
  isRecurring,
  nextDueDay,
  outcomeWithObservation,
} from './check'
import { earliestOf, type FailureDays, writtenDays } from './failure-days'
import type { KindTable, ObservedItem } from './kind-table'
import { stillRequired } from './relation'
import { type Check, isAdvisory, type Rule } from './rule'
import { withPredecessors } from './rule-change'
import { compileScopes } from './scope'
import { sharesByTracks } from './shares-by-tracks'
import { STATUS, type Status } from './status'

/** The finding for a row that breaks a rule, or may break it. */
export interface RowFinding {
  readonly status: Status
  /** First day of the failure; null if not recorded. */
  readonly since: DayNumber | null
  /** Last day for meeting the rule in time; null if there is none. */
  readonly due: DayNumber | null
  /**
   * If overdue: days past the deadline, or past the day the failure was seen if that was later. If due: days left.
   * Otherwise 0.
   */
  readonly days: number
  /** Number of the rule's items that fail. */
  readonly failures: number
}

/** The day of an evaluation. */
export interface PlanDay {
  readonly asOf: DayNumber
  /** Year of the plan; null if unknown. */
  readonly year: number | null
  /** Whether findings made only after the day are left out. */
  readonly isPast?: boolean
}

/** A day, but not before the rule's first day: nothing fails or is late under a rule that does not apply yet. */
export const notBeforeRule = ({ from }: Pick<Rule, 'from'>, day: DayNumber): DayNumber => Math.max(day, parseDay(from))

/** The dates of a rule, parsed once for all rows. */
interface DatedRule {
  readonly check: Check
  readonly from: DayNumber
  /** Null if the rule has no deadline. */
  readonly deadline: DayNumber | null
}

const datedRule = ({ check, from, deadline }: Rule): DatedRule => ({
  check,
  from: parseDay(from),
  deadline: deadline === undefined ? null : parseDay(deadline),
})

/** What one row carries over from the rule's predecessor (the rule that it replaced). */
interface TakenOver {
  /**
   * The row's finding under the predecessor on its last day, if it still fails that one; null if it met the predecessor
   * or meets it now.
   */
  readonly lasting: RowFinding | null
  /** For a recurring predecessor that the row met: the day until which it was in time. */
  readonly inTimeUntil: DayNumber | null
}

/**
 * Adds dates to an outcome. The deadline of the check itself comes first (a task, a quarter), then the day by which the
 * office wants the row rectified, then the rule's deadline; a failure seen after the rule's deadline is overdue from
 * the day it was seen.
 * A rule with a predecessor makes nothing overdue before its own first day, but reports the real days: a continuing
 * failure keeps the day on which it was seen; a failure only under the new rule has no such day; and a deadline before
 * the plan's issue stays as it is.
 * @param before null if the rule has no predecessor.
 */
function dateOutcome(
  outcome: CheckOutcome,
  rule: DatedRule,
  asOf: DayNumber,
  written: FailureDays,
  before: TakenOver | null,
): RowFinding {
  const { failures } = outcome
  const { from } = rule
  const due = outcome.due === undefined ? undefined : dueUnder(rule, outcome.due, before)
  // The day itself, but not before the rule's first day.
  const inForce = (day: DayNumber) => Math.max(day, from)
  if (outcome.verdict === 'unknown') {
    const stillDue = due !== undefined && asOf <= due
    const status = stillDue ? STATUS.due : STATUS.unknown
    return { status, since: null, due: due ?? null, days: stillDue ? due - asOf : 0, failures }
  }
  const seen = seenUnder(from, written.since > asOf ? ABSENT_DAY : written.since, before)
  if (due !== undefined) {
    return asOf <= inForce(due)
      ? { status: STATUS.due, since: null, due, days: Math.max(0, due - asOf), failures }
      : { status: STATUS.overdue, since: sinceDue(outcome, due, before), due, days: asOf - due, failures }
  }
  const since = outcome.since === undefined ? seen : inForce(outcome.since)
  // A rectification day before the rule's first day belongs to the predecessor, which the row met.
  const isOfBefore = before !== null && before.lasting === null && written.due < from
  const demanded = written.due === ABSENT_DAY || isOfBefore ? null : before ? written.due : inForce(written.due)
  if (demanded !== null && asOf > inForce(demanded)) {
    return { status: STATUS.overdue, since, due: demanded, days: asOf - demanded, failures }
  }
  if (rule.deadline === null) return { status: STATUS.failing, since, due: demanded, days: 0, failures }
  const deadline = before ? rule.deadline : inForce(rule.deadline)
  return asOf <= inForce(deadline)
    ? { status: STATUS.due, since, due: deadline, days: Math.max(0, deadline - asOf), failures }
    : { status: STATUS.overdue, since, due: deadline, days: asOf - Math.max(deadline, since ?? deadline), failures }
}

/** First day of a failure whose due day has passed: as the check says, but not before the day after `due`. */
const sinceDue = ({ since = 0 }: CheckOutcome, due: DayNumber, before: TakenOver | null) =>
  before ? due + 1 : Math.max(since, due + 1)

/**
 * The due day of a check under a rule. An interval counts from the last time. If it would end before the rule began, a
 * row that was in time has until the due day of the predecessor, but at most the first interval of the new rule.
 */
function dueUnder({ check, from }: DatedRule, due: DayNumber, before: TakenOver | null): DayNumber {
  if (before === null) return Math.max(due, from)
  if (!isRecurring(check) || due >= from || before.lasting !== null) return due
  return Math.max(from, Math.min(before.inTimeUntil ?? Number.POSITIVE_INFINITY, firstInterval(check, from)))
}

/**
 * Day on which a failure was seen; null if nobody recorded it. If it was recorded before the rule's first day: that
 * first day for a rule without a predecessor, null if the row met the predecessor, otherwise the recorded day.
 */
function seenUnder(from: DayNumber, since: DayNumber, before: TakenOver | null): DayNumber | null {
  const lastingSince = before?.lasting?.since ?? null
  if (lastingSince !== null) return lastingSince
  if (since === ABSENT_DAY) return null
  if (since >= from) return since
  if (before === null) return from
  return before.lasting ? since : null
}

/** Checklist items of a rule that a row breaks: its flags that are not met, or the rule's own id. */
function failingItems({ id, check }: Rule, { columns }: Table, row: number): readonly string[] {
  if (check.type !== 'all-yes') return [id]
  return check.fields.filter((field) => {
    const column = columns[field]
    return column?.type === 'flag' && column.values[row] === 0
  })
}

/** A task without a day of its own has the plan's whole year: until the year ends it is due, whatever the row says. */
const DUE_IN_YEAR: RowFinding = { status: STATUS.due, since: null, due: null, days: 0, failures: 0 }

/** Findings of a rule for the rows of one table. */
interface RowsUnder {
  /** Whether the rule applies to a row. */
  covers(row: number): boolean
  /** Null if the row meets the rule, or the rule does not apply to it. */
  at(row: number): RowFinding | null
}

/**
 * Findings of a rule on a day, including what is left from its predecessor: a row that was overdue under the
 * predecessor on its last day, for something that is still required, stays overdue since then until it is done. A row
 * that meets the new rule owes nothing, so a milder rule releases the rows that now pass.
 * @param rules the rules among which the predecessors are looked up.
 * @throws RangeError if the rule reads a field that its kind does not have.
 */
export function rowsUnder(kind: KindTable, rules: readonly Rule[], rule: Rule, day: PlanDay): RowsUnder {
  const [, ...earlier] = withPredecessors(rules, rule.id)
  const known = earlier.flatMap((id) => rules.find((each) => each.id === id) ?? [])
  return rowsInChain(kind, known, rule, day)
}

/** @param earlier the rule's predecessors, latest first. */
function rowsInChain(kind: KindTable, earlier: readonly Rule[], rule: Rule, day: PlanDay): RowsUnder {
  const own = ownRows(kind, rule, day)
  const before = leftOf(earlier, rule)
  if (before === null) return { covers: own.covers, at: (row) => own.at(row, null) }
  const last = parseDay(before.until)
  const beforeThat = earlier.slice(1)
  const onLastDay = rowsInChain(kind, beforeThat, before, { ...day, asOf: last, isPast: true })
  const now = ownRows(kind, before, day)
  return {
    covers: own.covers,
    at(row) {
      const alone = own.at(row, null)
      // Rows outside the predecessor's scope carry nothing over.
      if (alone === null || !onLastDay.covers(row)) return alone
      const was = onLastDay.at(row)
      const isInTime = was === null || (was.status === STATUS.due && isRecurring(before.check))
      const isFailing = !isInTime && was.status !== STATUS.unknown
      const lasting = isFailing && now.at(row, null) !== null ? was : null
      const inTimeUntil = isInTime ? (was?.due ?? now.inTimeUntil(row, last)) : null
      const finding = own.at(row, { lasting, inTimeUntil })!
      if (lasting?.status !== STATUS.overdue) return finding
      return { ...lasting, days: lasting.days + day.asOf - last, failures: finding.failures }
    },
  }
}

/**
 * The predecessor that ended before the rule began, reduced to what the rule still requires; null if nothing is left.
 */
function leftOf(earlier: readonly Rule[], rule: Rule): (Rule & { readonly until: IsoDay }) | null {
  const before = earlier.find(({ id }) => id === rule.follows)
  if (before?.until === undefined || before.until >= rule.from || before.kind !== rule.kind) return null
  // Hints are not required by any clause, so they leave nothing over.
  if (isAdvisory(before) || isAdvisory(rule)) return null
  const check = stillRequired(before.check, rule.check)
  return check && { ...before, until: before.until, check }
}

/**
 * Whether a failure was first seen after `day`, with no rectification day before it and no due day of the check itself.
 */
const cameLater = (outcome: CheckOutcome, { since, due }: FailureDays, day: DayNumber) =>
  outcome.due === undefined && since !== ABSENT_DAY && since > day && (due === ABSENT_DAY || due >= day)

/** Findings of a rule without those of its predecessors. */
interface OwnRows {
  covers(row: number): boolean
  /** Null if the row meets the rule, or the rule does not apply to it. */
  at(row: number, before: TakenOver | null): RowFinding | null
  /**
   * For a recurring check, the day until which a row is in time, from what is known up to a day; null for other checks.
   */
  inTimeUntil(row: number, day: DayNumber): DayNumber | null
}

function ownRows(kind: KindTable, rule: Rule, { asOf, year, isPast = false }: PlanDay): OwnRows {
  const { table, seen } = kind
  const written = writtenDays({ schema: kind.schema, table: seen?.before ?? table })
  const membership = compileScopes(rule.scope, table)
  const isInYear = year !== null && asOf <= dayNumber(year, 12, 31)!
  const isOfYear = isInYear && rule.check.type === 'done' && isTaskList(kind.schema)
  const check = compileCheck(rule.check, table, asOf)
  const dated = datedRule(rule)
  const tracked = sharesByTracks(kind, rule)

  /** Latest observation of an item of a row. */
  const seenOf = (row: number, name: string): ObservedItem | undefined => seen?.items.get(row)?.get(name)

  /**
   * Days of a failing item: the team's, together with those in the table if both concern the same failure. They do not
   * if the item held in between, or if the table itself passes the check. For flags, the item already includes the days
   * in the table.
   */
  function daysOf(item: ObservedItem | undefined, row: number): readonly FailureDays[] {
    if (!item) return [written(row)]
    const isNew = rule.check.type === 'all-yes' || item.heldBefore || check(row).verdict !== 'failed'
    return isNew ? [item] : [item, written(row)]
  }

  return {
    covers: (row) => membership(row) !== 'out',
    at(row, before) {
      const member = membership(row)
      if (member === 'out') return null
      const word = seenOf(row, rule.id)
      const share = word ? undefined : tracked(row)
      const outcome: CheckOutcome = word
        ? outcomeWithObservation(rule.check, word, check(row), asOf)
        : member === 'unknown' || share?.isToVerify
          ? { verdict: 'unknown', failures: 0 }
          : check(row)
      if (outcome.verdict === 'fine') return null
      if (isOfYear && member === 'in' && outcome.due === undefined)
        return { ...DUE_IN_YEAR, failures: outcome.failures }
      const failing = seen?.items.has(row)
        ? failingItems(rule, table, row).flatMap((item) => daysOf(seenOf(row, item), row))
        : [written(row)]
      const days = share?.days ?? earliestOf(failing)
      return isPast && cameLater(outcome, days, asOf) ? null : dateOutcome(outcome, dated, asOf, days, before)
    },
    inTimeUntil(row, day) {
      if (!isRecurring(rule.check)) return null
      const column = table.columns[rule.check.field]
      const recorded = column?.type === 'day' ? column.values[row]! : ABSENT_DAY
      const times = [recorded, seenOf(row, rule.id)?.heldOn ?? ABSENT_DAY].filter(
        (time) => time !== ABSENT_DAY && time <= day,
      )
      return times.length === 0 ? null : nextDueDay(rule.check, Math.max(...times))
    },
  }
}
