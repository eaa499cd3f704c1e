import { addMonthsToDay, type DayNumber, parseDay, spanStart } from '@/domain/calendar'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type Table, textOf } from '@/domain/table/column'
import type { Check } from './rule'

/** What a check says of one row. */
export interface Outcome {
  readonly verdict: 'fine' | 'unknown' | 'failed'
  /** How many of its fields fail. */
  readonly failures: number
  /** First day of the failure, where the check itself knows. */
  readonly since?: DayNumber
  /** Last day on which it could have been put right in time, where the check itself knows. */
  readonly due?: DayNumber
}

const FINE: Outcome = { verdict: 'fine', failures: 0 }
const UNKNOWN: Outcome = { verdict: 'unknown', failures: 0 }
const FAILED: Outcome = { verdict: 'failed', failures: 1 }

/** Checks a row of the table that it was made for. */
export type RowCheck = (row: number) => Outcome

type Values<T extends Column['type']> = Extract<Column, { type: T }>

/** A column that the table must have with that type. @throws RangeError when the rule names another. */
function columnOf<T extends Column['type']>(table: Table, name: string, type: T): Values<T> {
  const column = table.columns[name]
  if (column?.type !== type)
    throw new RangeError(`the rule reads "${name}" as ${type}, but it is ${column?.type ?? 'absent'}`)
  return column as Values<T>
}

/** A column of text, in whichever form. @throws RangeError when the rule names another. */
function textColumnOf(table: Table, name: string): Column {
  return table.columns[name]?.type === 'packed' ? columnOf(table, name, 'packed') : columnOf(table, name, 'text')
}

/** Compiles a check for a table whose length and columns stay as they are. `asOf` is the day on which the rules are evaluated. */
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

/** A check of what must be done again and again. */
export type Recurring = Extract<Check, { type: 'max-age' | 'this-month' | 'this-quarter' }>

export const isRecurring = (check: Check): check is Recurring =>
  check.type === 'max-age' || check.type === 'this-month' || check.type === 'this-quarter'

const monthsOf = (check: Recurring) => (check.type === 'this-month' ? 1 : 3)

/** The last day on which what must be done again and again may be done again, after the last time. */
export function dueAgain(check: Recurring, last: DayNumber): DayNumber {
  if (check.type === 'max-age') return last + check.days
  const months = monthsOf(check)
  // Once a month or quarter: it is due until the one after the last time is over.
  return addMonthsToDay(spanStart(last, months), 2 * months) - 1
}

/** The end of the first interval of what must be done again and again, from the day on which that is asked. */
export function firstInterval(check: Recurring, from: DayNumber): DayNumber {
  if (check.type === 'max-age') return from + check.days
  const months = monthsOf(check)
  return addMonthsToDay(spanStart(from, months), months) - 1
}

/** What must be done again and again, after the last time: it knows itself by when, whatever else the office wants put right. */
function doneAgain(check: Recurring, last: DayNumber, asOf: DayNumber): Outcome {
  const due = dueAgain(check, last)
  const isDone = check.type === 'max-age' ? asOf <= due : last >= spanStart(asOf, monthsOf(check))
  return isDone ? FINE : { ...FAILED, since: due + 1, due }
}

/**
 * What a check comes to where a team saw for itself how it stands, and `written` is what the table says. That it is met holds from
 * the day on which it was seen, of what must be done again as if it had been done then. That it is not met takes nothing from
 * what the table knows of it: since when, and until when there was time.
 */
export function outcomeAsSeen(
  check: Check,
  { holds, day, heldOn }: { readonly holds: boolean; readonly day: DayNumber; readonly heldOn: DayNumber },
  written: Outcome,
  asOf: DayNumber,
): Outcome {
  // What was done once more after it was written counts from then, whatever was seen since.
  const isDoneSince = isRecurring(check) && heldOn !== ABSENT_DAY && heldOn <= asOf
  const checked = isDoneSince ? later(written, doneAgain(check, heldOn, asOf)) : written
  if (!holds) return checked.verdict === 'failed' ? checked : FAILED
  // The table may know of a later time.
  if (checked.verdict === 'fine') return FINE
  return isRecurring(check) ? doneAgain(check, day, asOf) : FINE
}

/** Of two outcomes by two times at which something was done, that of the later one. */
const later = (one: Outcome, other: Outcome): Outcome =>
  one.verdict === 'fine' || (one.verdict === 'failed' && (one.due ?? 0) > (other.due ?? Number.POSITIVE_INFINITY))
    ? one
    : other

/** All flags as wanted: one that is not fails, else one that is absent makes it unknown. */
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

/** A day after the as-of day has not happened yet and tells nothing. */
function checkDay(table: Table, field: string, asOf: DayNumber, check: (day: DayNumber) => Outcome): RowCheck {
  const { values } = columnOf(table, field, 'day')
  return (row) => (values[row] === ABSENT_DAY || values[row]! > asOf ? UNKNOWN : check(values[row]!))
}

/** Done by the as-of day; where only the flag says so, it is taken as done. */
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
    // Without a word on it, nobody knows whether it was done; but before its deadline it is simply due.
    if (!dated && flags[row] === ABSENT_FLAG) return { ...UNKNOWN, ...due }
    return { ...FAILED, ...due }
  }
}
