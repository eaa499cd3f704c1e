import { addMonthsToDay, type DayNumber, parseDay, startOfPeriod } from '@/domain/calendar'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type Table, textOf } from '@/domain/table/column'
import type { Check } from './rule'

/** Result of a check for one row. */
export interface CheckOutcome {
  readonly verdict: 'fine' | 'unknown' | 'failed'
  /** Number of failing fields. */
  readonly failures: number
  /** First day of the failure, if the check itself determines it. */
  readonly since?: DayNumber
  /** Last day for meeting the check in time, if the check itself determines it. */
  readonly due?: DayNumber
}

const FINE: CheckOutcome = { verdict: 'fine', failures: 0 }
const UNKNOWN: CheckOutcome = { verdict: 'unknown', failures: 0 }
const FAILED: CheckOutcome = { verdict: 'failed', failures: 1 }

/** Checks one row of the table for which it was compiled. */
export type RowCheck = (row: number) => CheckOutcome

type Values<T extends Column['type']> = Extract<Column, { type: T }>

/** Returns the column with the given type. @throws RangeError if the table has no such column of that type. */
function columnOf<T extends Column['type']>(table: Table, name: string, type: T): Values<T> {
  const column = table.columns[name]
  if (column?.type !== type)
    throw new RangeError(`the rule reads "${name}" as ${type}, but it is ${column?.type ?? 'absent'}`)
  return column as Values<T>
}

/** Returns a text column, packed or not. @throws RangeError if the table has no such column. */
function textColumnOf(table: Table, name: string): Column {
  return table.columns[name]?.type === 'packed' ? columnOf(table, name, 'packed') : columnOf(table, name, 'text')
}

/** Compiles a check for a table; the table must not change afterwards. `asOf` is the day of the evaluation. */
export function compileCheck(check: Check, table: Table, asOf: DayNumber): RowCheck {
  switch (check.type) {
    case 'all-yes':
      return checkFlags(table, check.fields, 1)
    case 'all-no':
      return checkFlags(table, check.fields, 0)
    case 'present': {
      const columns = check.fields.map((field) => textColumnOf(table, field))
      return (row) => (columns.every((column) => textOf(column, row) !== '') ? FINE : UNKNOWN)
    }
    case 'one-of': {
      const column = textColumnOf(table, check.field)
      return (row) => {
        const text = textOf(column, row)
        return text === '' ? UNKNOWN : check.values.includes(text) ? FINE : FAILED
      }
    }
    case 'at-least':
      return checkNumber(table, check.field, (value) => value >= check.value)
    case 'at-most':
      return checkNumber(table, check.field, (value) => value <= check.value)
    case 'share-at-least': {
      const part = columnOf(table, check.part, 'number').values
      const whole = columnOf(table, check.whole, 'number').values
      return (row) => {
        if (Number.isNaN(part[row]!) || !(whole[row]! > 0)) return UNKNOWN
        return part[row]! * 100 >= check.percent * whole[row]! ? FINE : FAILED
      }
    }
    case 'done':
      return checkDone(table, check, asOf)
    case 'not-before': {
      const day = parseDay(check.day)
      const due = parseDay(check.deadline)
      return checkDay(table, check.field, asOf, (last) => (last >= day ? FINE : { ...FAILED, due }))
    }
    case 'max-age':
    case 'this-month':
    case 'this-quarter':
      return checkDay(table, check.field, asOf, (last) => doneAgain(check, last, asOf))
    case 'after-months': {
      const since = columnOf(table, check.since, 'day').values
      const flags = checkFlags(table, check.fields, 1)
      return (row) => {
        if (since[row] === ABSENT_DAY) return FINE
        const due = addMonthsToDay(since[row]!, check.months)
        if (asOf <= due) return FINE
        const outcome = flags(row)
        return outcome.verdict === 'failed' ? { ...outcome, since: due + 1, due } : outcome
      }
    }
  }
}

/** A check of work that must be repeated. */
export type Recurring = Extract<Check, { type: 'max-age' | 'this-month' | 'this-quarter' }>

export const isRecurring = (check: Check): check is Recurring =>
  check.type === 'max-age' || check.type === 'this-month' || check.type === 'this-quarter'

const monthsOf = (check: Recurring) => (check.type === 'this-month' ? 1 : 3)

/** Last day for repeating the work in time, given the day on which it was last done. */
export function nextDueDay(check: Recurring, last: DayNumber): DayNumber {
  if (check.type === 'max-age') return last + check.days
  const months = monthsOf(check)
  // Once per month or quarter: the next time is due by the end of the month or quarter after the last one.
  return addMonthsToDay(startOfPeriod(last, months), 2 * months) - 1
}

/** End of the first interval of a recurring check that applies from a given day. */
export function firstInterval(check: Recurring, from: DayNumber): DayNumber {
  if (check.type === 'max-age') return from + check.days
  const months = monthsOf(check)
  return addMonthsToDay(startOfPeriod(from, months), months) - 1
}

/**
 * Outcome of a recurring check from the day of the last time. It sets its own due day, whatever rectification day the
 * office has set.
 */
function doneAgain(check: Recurring, last: DayNumber, asOf: DayNumber): CheckOutcome {
  const due = nextDueDay(check, last)
  const isDone = check.type === 'max-age' ? asOf <= due : last >= startOfPeriod(asOf, monthsOf(check))
  return isDone ? FINE : { ...FAILED, since: due + 1, due }
}

/**
 * Combines a team's own observation (first argument after `check`) with the outcome `written` from the table. An
 * observation that the check is met counts from the day of the visit; for a recurring check, as if the work had been
 * done on that day. An observation that it is not met keeps what the table knows about the failure: since when, and its
 * due day.
 */
export function outcomeWithObservation(
  check: Check,
  { holds, day, heldOn }: { readonly holds: boolean; readonly day: DayNumber; readonly heldOn: DayNumber },
  written: CheckOutcome,
  asOf: DayNumber,
): CheckOutcome {
  // If a team saw the work done later than the table says, the later day counts, whatever a later visit found.
  const isDoneSince = isRecurring(check) && heldOn !== ABSENT_DAY && heldOn <= asOf
  const checked = isDoneSince ? later(written, doneAgain(check, heldOn, asOf)) : written
  if (!holds) return checked.verdict === 'failed' ? checked : FAILED
  // The table may have a day later than the visit.
  if (checked.verdict === 'fine') return FINE
  return isRecurring(check) ? doneAgain(check, day, asOf) : FINE
}

/** Of two outcomes of a recurring check from two days on which the work was done, returns the one of the later day. */
const later = (one: CheckOutcome, other: CheckOutcome): CheckOutcome =>
  one.verdict === 'fine' || (one.verdict === 'failed' && (one.due ?? 0) > (other.due ?? Number.POSITIVE_INFINITY))
    ? one
    : other

/** All flags must be as wanted: one wrong flag fails the row, otherwise an absent flag makes it unknown. */
function checkFlags(table: Table, fields: readonly string[], wanted: 0 | 1): RowCheck {
  const columns = fields.map((field) => columnOf(table, field, 'flag').values)
  return (row) => {
    let failures = 0
    let absent = 0
    for (const values of columns) {
      if (values[row] === ABSENT_FLAG) absent++
      else if (values[row] !== wanted) failures++
    }
    if (failures > 0) return { verdict: 'failed', failures }
    return absent > 0 ? UNKNOWN : FINE
  }
}

function checkNumber(table: Table, field: string, holds: (value: number) => boolean): RowCheck {
  const { values } = columnOf(table, field, 'number')
  return (row) => (Number.isNaN(values[row]!) ? UNKNOWN : holds(values[row]!) ? FINE : FAILED)
}

/** Days after the as-of day have not happened yet and count as absent. */
function checkDay(table: Table, field: string, asOf: DayNumber, check: (day: DayNumber) => CheckOutcome): RowCheck {
  const { values } = columnOf(table, field, 'day')
  return (row) => (values[row] === ABSENT_DAY || values[row]! > asOf ? UNKNOWN : check(values[row]!))
}

/** Passes if the done-on day is not after the as-of day, or if there is no such day but the flag is yes. */
function checkDone(table: Table, check: Extract<Check, { type: 'done' }>, asOf: DayNumber): RowCheck {
  const flags = columnOf(table, check.flag, 'flag').values
  const days = columnOf(table, check.day, 'day').values
  const { deadline } = check
  const own = 'field' in deadline ? columnOf(table, deadline.field, 'day').values : null
  const common = 'day' in deadline ? parseDay(deadline.day) : ABSENT_DAY
  return (row) => {
    const dated = days[row] !== ABSENT_DAY
    if (dated ? days[row]! <= asOf : flags[row] === 1) return FINE
    const day = own ? own[row]! : common
    const due = day === ABSENT_DAY ? {} : { due: day }
    // With neither day nor flag the row is unknown; its due day is kept so that before the deadline it counts as due.
    if (!dated && flags[row] === ABSENT_FLAG) return { ...UNKNOWN, ...due }
    return { ...FAILED, ...due }
  }
}
