import { addMonths, type Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { type Covered, daysOfCounted } from '@/domain/monitoring/counted-days'
import type { HourRule } from '@/domain/monitoring/hours'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import type { Minute } from '@/domain/monitoring/readings'
import { isOfClass } from '@/io/kept/part-class'
import type { CountedPart, ReadingsPart } from '@/io/readings/readings-shelf'
import type { OpenedPackage } from '@/questions/opened-package'
import { readingsShelf } from './readings-shelves'

/** A month of readings that is kept, and by what its valid hours are to be counted. */
export interface MonthToCount {
  readonly month: Month
  /** Of all that the counts rest on: files, and how readings make an hour. */
  readonly by: string
  readonly counted: CountedPart | null
}

/** The months of readings that are kept, by what they are to be counted: a reading that ends the last hour lies in the month after. */
export function monthsToCount(
  { stamp, leastMinutes }: HourRule,
  parts: readonly ReadingsPart[],
  counts: readonly CountedPart[],
): MonthToCount[] {
  const months = grouped(parts, ({ month }) => month)
  const idsOf = (month: Month) => (months.get(month) ?? []).map(({ id }) => id).join()
  return [...months.keys()].map((month) => ({
    month,
    by: [stamp, leastMinutes, idsOf(month), stamp === 'end' ? idsOf(addMonths(month, 1)) : ''].join(' '),
    counted: counts.findLast((part) => part.month === month) ?? null,
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

/** What readings that this browser keeps say of hours by day. */
export interface KeptDays {
  readonly days: OnlineDays
  /** By which files and rule they were counted: another text where they are others. */
  readonly by: string
  /** Whether months are to be counted first. */
  readonly isBehind: boolean
}

const NOTHING: KeptDays = { days: new Map(), by: '', isBehind: false }

/**
 * Of how many hours of each day devices have valid readings, by what this browser keeps under a name, as far as it is counted by what
 * the package has now. Nothing where its database is out of reach, or the package does not say how readings make an hour.
 */
export async function keptDays({ pack }: OpenedPackage, name: string): Promise<KeptDays> {
  const rule = pack.monitoring?.hour
  if (!rule) return NOTHING
  const shelf = readingsShelf(name)
  const [listed, counts] = await Promise.all([shelf.list(), shelf.counts.list()]).catch(() => [[], []])
  // What was made up judges nothing.
  const parts = listed.filter((part) => isOfClass(part, 'real'))
  const months = monthsToCount(rule, parts, counts)
  const current = months.filter(({ by, counted }) => counted?.by === by)
  const isBehind = current.length < months.length
  if (current.length === 0) return { ...NOTHING, isBehind }
  const counted = current.flatMap((each) => each.counted?.devices ?? [])
  return {
    days: daysOfCounted(counted, coveredBy(parts, rule)),
    by: current.map(({ month, by }) => `${month} ${by}`).join('\n'),
    isBehind,
  }
}
