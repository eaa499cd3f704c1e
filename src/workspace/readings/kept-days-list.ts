import { addMonths, type Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { type CoveredPeriod, daysOfCounted, joinedPeriods } from '@/domain/monitoring/counted-days'
import type { HourRule } from '@/domain/monitoring/hours'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import type { Minute } from '@/domain/monitoring/readings'
import { isSameClass } from '@/io/kept/part-class'
import type { CountedPart, ReadingsPart } from '@/io/readings/readings-shelf'
import type { OpenedPackage } from '@/questions/opened-package'
import { readingsShelf } from './readings-shelves'

/** Incremented when readings make other hours by the same rule: counts of earlier versions are then made anew. */
const FORM_OF_HOURS = 3

/** A kept month of readings, with a fingerprint of what its counts depend on. */
export interface MonthToCount {
  readonly month: Month
  /** Fingerprint of the files and of the rule by which readings make an hour. */
  readonly by: string
  readonly counted: CountedPart | null
}

/**
 * The kept months of readings. With the stamp 'end', a month also depends on the next one, which holds the reading
 * that ends its last hour.
 */
export function monthsToCount(
  { stamp, leastMinutes }: HourRule,
  parts: readonly ReadingsPart[],
  counts: readonly CountedPart[],
): MonthToCount[] {
  const months = grouped(parts, ({ month }) => month)
  const idsOf = (month: Month) => (months.get(month) ?? []).map(({ id }) => id).join()
  return [...months.keys()].map((month) => ({
    month,
    by: [FORM_OF_HOURS, stamp, leastMinutes, idsOf(month), stamp === 'end' ? idsOf(addMonths(month, 1)) : ''].join(' '),
    counted: counts.findLast((part) => part.month === month) ?? null,
  }))
}

const HOUR = 60

/** By device, the times that imported files cover, by the start of each hour. A day may lie in several of them. */
function coveredBy(parts: readonly ReadingsPart[], { stamp }: HourRule): ReadonlyMap<string, readonly CoveredPeriod[]> {
  // A timestamp at the end of an interval belongs to the hour in which the interval begins.
  const hourOf = (minute: Minute) => (stamp === 'end' ? minute - 1 : minute)
  const devices = grouped(
    parts.flatMap((part) => part.devices),
    ({ code }) => code,
  )
  return new Map(
    [...devices].map(([code, own]) => {
      const periods = own.flatMap(({ from, until, brought = [[from, until] as const] }) => brought)
      // An earlier version did not store what values stand for: it is an hour at most.
      const step = Math.max(...own.map(({ longest = HOUR }) => Math.min(longest, HOUR)))
      return [code, joinedPeriods(periods, step).map(([begin, end]): CoveredPeriod => [hourOf(begin), hourOf(end)])]
    }),
  )
}

/** Valid hours per day from readings kept in this browser. */
export interface KeptDays {
  readonly days: OnlineDays
  /** Fingerprint of files and rule: differs if they differ. */
  readonly by: string
  /** Whether some months are not counted yet. */
  readonly isBehind: boolean
}

const NOTHING: KeptDays = { days: new Map(), by: '', isBehind: false }

/**
 * Valid hours per device and day, from readings kept in this browser under a name; only months whose counts match the
 * package's current rule. Empty if the database can't be reached, or if the package has no rule for hours.
 */
export async function keptDays({ pack }: OpenedPackage, name: string): Promise<KeptDays> {
  const rule = pack.monitoring?.hour
  if (!rule) return NOTHING
  const shelf = readingsShelf(name)
  const [listed, counts] = await Promise.all([shelf.list(), shelf.counts.list()]).catch(() => [[], []])
  // Made-up data is not used for judging.
  const parts = listed.filter((part) => isSameClass(part, 'real'))
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
