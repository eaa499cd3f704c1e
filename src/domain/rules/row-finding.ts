import { type DayNumber, dayNumber, type IsoDay, parseDay } from '@/domain/calendar'
import { isTaskList } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, type Table } from '@/domain/table/column'
import { compileCheck, dueAgain, firstInterval, isRecurring, type Outcome, outcomeAsSeen } from './check'
import { earliestOf, type FailureDays, writtenDays } from './failure-days'
import type { KindTable, SeenItem } from './kind-table'
import { stillAsked } from './relation'
import { type Check, isAdvisory, type Rule } from './rule'
import { withPredecessors } from './rule-change'
import { compileScopes } from './scope'
import { STATUS, type Status } from './status'
import { isShareToVerify, isStatedBelow, trackedPercent } from './tracked'

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

/** What puts the outcome of a rule on the calendar, its days read once for all rows. */
interface DatedRule {
  readonly check: Check
  readonly from: DayNumber
  /** Null where the rule has none. */
  readonly deadline: DayNumber | null
}

const datedRule = ({ check, from, deadline }: Rule): DatedRule => ({
  check,
  from: parseDay(from),
  deadline: deadline === undefined ? null : parseDay(deadline),
})

/** What a rule took over from the one whose place it took, for one row; null for a rule that took none's. */
interface TakenOver {
  /** How the row stood by that one on its last day, and stands by it still; null where it kept it, or does now. */
  readonly lasting: RowFinding | null
  /** Where the row was in time by that one, which asked for the same again and again: until when. */
  readonly inTimeUntil: DayNumber | null
}

/**
 * Puts an outcome on the calendar. The deadline of the check itself counts first (a task, a quarter), then the day by
 * which the office wants the row put right, then the rule's: past that one a failure is overdue from the day it was seen.
 * What took the place of another rule is late on none of the days before it, but names the true ones: a failure that goes on was
 * seen when it was seen, one that is none but by the new rule was seen by nobody, and what a plan wants by a day before its issue
 * is wanted by that day.
 */
function dateOutcome(
  outcome: Outcome,
  rule: DatedRule,
  asOf: DayNumber,
  written: FailureDays,
  before: TakenOver | null,
): RowFinding {
  const { failures } = outcome
  const { from } = rule
  const due = outcome.due === undefined ? undefined : dueUnder(rule, outcome.due, before)
  // A day on which the rule applies: itself, or the rule's first.
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
  // What was to be put right by a day before the rule was so by the one before, which the row kept.
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

/** Since when what is past its day fails: as the check says, and never before the day after it. */
const sinceDue = ({ since = 0 }: Outcome, due: DayNumber, before: TakenOver | null) =>
  before ? due + 1 : Math.max(since, due + 1)

/**
 * The day that a check names under a rule. An interval counts from the last time; where it would be over before the rule began, who
 * was in time has until the day that the rule before gave, and no longer than the first interval of the new one.
 */
function dueUnder({ check, from }: DatedRule, due: DayNumber, before: TakenOver | null): DayNumber {
  if (before === null) return Math.max(due, from)
  if (!isRecurring(check) || due >= from || before.lasting !== null) return due
  return Math.max(from, Math.min(before.inTimeUntil ?? Number.POSITIVE_INFINITY, firstInterval(check, from)))
}

/** When a failure was seen; null where nobody saw it, or saw it when it was none. */
function seenUnder(from: DayNumber, since: DayNumber, before: TakenOver | null): DayNumber | null {
  const lastingSince = before?.lasting?.since ?? null
  if (lastingSince !== null) return lastingSince
  if (since === ABSENT_DAY) return null
  if (since >= from) return since
  if (before === null) return from
  return before.lasting ? since : null
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
  const [, ...earlier] = withPredecessors(rules, rule.id)
  const known = earlier.flatMap((id) => rules.find((each) => each.id === id) ?? [])
  return rowsInChain(kind, known, rule, day)
}

/** @param earlier those before the rule, the latest first. */
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
      // Of a row that the one before was not about there is nothing of before.
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

/** The rule whose place another one took, over by then, with as much of what it asks as that one asks too; null where that is nothing. */
function leftOf(earlier: readonly Rule[], rule: Rule): (Rule & { readonly until: IsoDay }) | null {
  const before = earlier.find(({ id }) => id === rule.follows)
  if (before?.until === undefined || before.until >= rule.from || before.kind !== rule.kind) return null
  // What no clause asks for is owed to nobody.
  if (isAdvisory(before) || isAdvisory(rule)) return null
  const check = stillAsked(before.check, rule.check)
  return check && { ...before, until: before.until, check }
}

/** Whether a failure was seen only after a day: nothing was demanded of it by then, and the check has no day of its own. */
const cameLater = (outcome: Outcome, { since, due }: FailureDays, day: DayNumber) =>
  outcome.due === undefined && since !== ABSENT_DAY && since > day && (due === ABSENT_DAY || due >= day)

/** What is made of a share by tracks of trucks that falls short. */
interface ShareByTracks {
  readonly days: FailureDays
  readonly isToVerify: boolean
}

/**
 * When a share that tracks of trucks decide was seen to fail. What is written of a row's failures is of this one only where the row's
 * own figures fail too: else nobody wrote of it, and it is demanded by no day.
 */
function sharesByTracks(kind: KindTable, { check }: Rule) {
  const percent = trackedPercent(kind, check)
  if (percent === null) return () => undefined
  const { schema, table, seen, tracked } = kind
  const written = writtenDays({ schema, table: seen?.before ?? table })
  return (row: number): ShareByTracks | undefined => {
    const share = tracked?.get(row)
    if (!share) return undefined
    const own = { since: share.from, due: ABSENT_DAY }
    const ofBoth = share.isConfirmed ? earliestOf([own, written(row)]) : written(row)
    return {
      days: isStatedBelow(share, percent) ? ofBoth : own,
      isToVerify: isShareToVerify(share, percent),
    }
  }
}

/** What a rule alone says of the rows of one table. */
interface OwnRows {
  covers(row: number): boolean
  /** Null where the row keeps the rule, or the rule is not about it. */
  at(row: number, before: TakenOver | null): RowFinding | null
  /** Until when a row is in time by what is asked again and again, by what is known up to a day; null where it asks for no such thing. */
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

  /** What teams saw of an item of a row. */
  const seenOf = (row: number, name: string): SeenItem | undefined => seen?.items.get(row)?.get(name)

  /** What a team saw of an item confirms what is written of it, unless it had been put right in between; flags know it already. */
  function daysOf(item: SeenItem | undefined, row: number): readonly FailureDays[] {
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
      const outcome: Outcome = word
        ? outcomeAsSeen(rule.check, word, check(row), asOf)
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
      return times.length === 0 ? null : dueAgain(rule.check, Math.max(...times))
    },
  }
}
