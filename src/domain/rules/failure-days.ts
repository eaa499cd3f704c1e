import type { DayNumber } from '@/domain/calendar'
import { columnByMeaning, type TableOfKind } from '@/domain/sources/kinds/by-meaning'
import { ABSENT_DAY, type Column } from '@/domain/table/column'

/** Day on which a failure was first seen and day by which it must be rectified; ABSENT_DAY if not recorded. */
export interface FailureDays {
  readonly since: DayNumber
  readonly due: DayNumber
}

const NO_DAYS: FailureDays = { since: ABSENT_DAY, due: ABSENT_DAY }

const earlier = (a: DayNumber, b: DayNumber) => (a === ABSENT_DAY ? b : b === ABSENT_DAY ? a : Math.min(a, b))

/** Earliest day seen and earliest rectification day of several failures. */
export const earliestOf = (all: readonly FailureDays[]): FailureDays =>
  all.reduce((first, each) => ({ since: earlier(first.since, each.since), due: earlier(first.due, each.due) }), NO_DAYS)

const dayOf = (column: Column | undefined, row: number) => (column?.type === 'day' ? column.values[row]! : ABSENT_DAY)

/** Reads the failure days of a row from the table: one pair per row, whichever of its items fail. */
export function writtenDays(kind: TableOfKind): (row: number) => FailureDays {
  const rectifyBy = columnByMeaning(kind, 'rectifyBy')
  const foundOn = columnByMeaning(kind, 'foundOn')
  const inspectedOn = columnByMeaning(kind, 'inspectedOn')
  return (row) => {
    const found = dayOf(foundOn, row)
    return { since: found === ABSENT_DAY ? dayOf(inspectedOn, row) : found, due: dayOf(rectifyBy, row) }
  }
}
