import { addMonths, type Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { type Covered, daysOfCounted } from '@/domain/monitoring/counted-days'
import type { HourRule } from '@/domain/monitoring/hours'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import type { Minute } from '@/domain/monitoring/readings'
import type { ReadingsPart } from '@/io/readings/readings-shelf'
import { readingsShelf } from './readings-shelves'
import type { Workspace } from './workspace'

/** A month of readings that is kept, and by what its valid hours are to be counted. */
export interface MonthToCount {
  readonly month: Month
  /** Of all that the counts rest on: files, and how readings make an hour. */
  readonly by: string
  readonly counted: ReadingsPart | null
}

export const NO_DAYS: OnlineDays = new Map()

/** The months of readings that are kept, by what they are to be counted: a reading that ends the last hour lies in the month after. */
export function monthsToCount({ stamp, leastMinutes }: HourRule, parts: readonly ReadingsPart[]): MonthToCount[] {
  const months = grouped(
    parts.filter(({ counted }) => counted === undefined),
    ({ month }) => month,
  )
  const idsOf = (month: Month) => (months.get(month) ?? []).map(({ id }) => id).join()
  return [...months.keys()].map((month) => ({
    month,
    by: [stamp, leastMinutes, idsOf(month), stamp === 'end' ? idsOf(addMonths(month, 1)) : ''].join(' '),
    counted: parts.findLast((part) => part.month === month && part.counted !== undefined) ?? null,
  }))
}

/** The times of which each device's readings were brought, by the begins of hours. */
function coveredBy(parts: readonly ReadingsPart[], { stamp }: HourRule): Map<string, Covered[]> {
  // A time that ends an interval is of the hour in which that begins.
  const hourOf = (minute: Minute) => (stamp === 'end' ? minute - 1 : minute)
  const covered = new Map<string, Covered[]>()
  for (const { code, from, until, brought = [[from, until]] } of parts.flatMap(({ devices }) => devices))
    for (const [begin, end] of brought) covered.set(code, [...(covered.get(code) ?? []), [hourOf(begin), hourOf(end)]])
  return covered
}

/**
 * Of how many hours of each day devices have valid readings, by what this browser keeps under a name; `count` counts anew what is not
 * of now. Nothing where its database is out of reach, or the package does not say how readings make an hour.
 */
export async function keptDays(workspace: Workspace, name: string, count: () => Promise<void>): Promise<OnlineDays> {
  const rule = workspace.copy.opened.pack.monitoring?.hour
  if (!rule) return NO_DAYS
  const shelf = readingsShelf(name)
  try {
    let parts = await shelf.list()
    if (monthsToCount(rule, parts).some(({ by, counted }) => counted?.counted?.by !== by)) {
      await count()
      parts = await shelf.list()
    }
    const counted = monthsToCount(rule, parts).flatMap((each) => each.counted?.counted?.devices ?? [])
    return counted.length === 0 ? NO_DAYS : daysOfCounted(counted, coveredBy(parts, rule))
  } catch {
    return NO_DAYS
  }
}
