import { type DayNumber, formatDay, type IsoDay, type Month, parseDay } from '@/domain/calendar'
import { type Field, fieldMeaning } from '@/domain/sources/kinds/field'
import { ABSENT_DAY, type Table } from '@/domain/table/column'

/** Months in a table of measurements, oldest first. */
export function monthsIn({ columns: { month } }: Table): Month[] {
  return month?.type === 'text' ? month.dictionary.slice(1).sort() : []
}

/**
 * The month of a table's newest figure or newest inspection; null if it has no day. A day after `today` is a mistake,
 * which the review reports, and doesn't count.
 */
export function newestMonthIn(fields: readonly Field[], table: Table, today: IsoDay): Month | null {
  if (table.columns.month) return monthsIn(table).at(-1) ?? null
  const dated = fieldMeaning(fields, 'inspectedOn') ?? fieldMeaning(fields, 'surveyedOn')
  const days = table.columns[dated?.name ?? '']
  if (days?.type !== 'day') return null
  const last = parseDay(today)
  let newest: DayNumber = ABSENT_DAY
  for (const day of days.values) if (day > newest && day <= last) newest = day
  return newest === ABSENT_DAY ? null : formatDay(newest).slice(0, 7)
}
