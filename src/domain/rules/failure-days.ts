import type { DayNumber } from '@/domain/calendar'
import { meantColumn, type TableOfKind } from '@/domain/sources/kinds/meant'
import { ABSENT_DAY, type Column } from '@/domain/table/column'

/** When a failure was first seen and by when it is to be put right; ABSENT_DAY where nobody wrote it. */
export interface FailureDays {
  readonly since: DayNumber
  readonly due: DayNumber
}

const NO_DAYS: FailureDays = { since: ABSENT_DAY, due: ABSENT_DAY }

const earlier = (a: DayNumber, b: DayNumber) => (a === ABSENT_DAY ? b : b === ABSENT_DAY ? a : Math.min(a, b))

/** Of several things that fail together the first that was seen and the first that is to be put right. */
export const earliestOf = (all: readonly FailureDays[]): FailureDays =>
  all.reduce((first, each) => ({ since: earlier(first.since, each.since), due: earlier(first.due, each.due) }), NO_DAYS)

const dayOf = (column: Column | undefined, row: number) => (column?.type === 'day' ? column.values[row]! : ABSENT_DAY)

/** The days that a table has of its rows' failures: one pair for a row, whatever fails of it. */
export function writtenDays(kind: TableOfKind): (row: number) => FailureDays {
  const rectifyBy = meantColumn(kind, 'rectifyBy')
  const foundOn = meantColumn(kind, 'foundOn')
  const inspectedOn = meantColumn(kind, 'inspectedOn')
  return (row) => {
    const found = dayOf(foundOn, row)
    return { since: found === ABSENT_DAY ? dayOf(inspectedOn, row) : found, due: dayOf(rectifyBy, row) }
  }
}
