import { type DayNumber, formatDay, type Month } from '@/domain/calendar'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import type { DayShare } from './day-share'
import type { LeastEvidence } from './settings'

/** Hauls that began on a day in Asia/Shanghai: how many, and how many of them by day. */
export interface HaulDay extends DayShare {
  readonly day: DayNumber
  /**
   * The number of distinct trucks with hauls from the county in the month up to this day; absent in tables and counts
   * written before it was counted.
   */
  readonly trucks?: number
}

/** By county code, with days in ascending order. */
export type CountyHauls = ReadonlyMap<string, readonly HaulDay[]>

/** Hauls of a month by county of origin, from tracks of trucks. */
export interface HaulMonth {
  readonly month: Month
  readonly counties: CountyHauls
  readonly dataClass: DataClass
  /** A digest of the lists and settings by which they were counted; absent if unknown. */
  readonly countedBy?: string
}

/** What the share by day of a county's hauls rests on. */
export interface HaulBasis {
  /** The number of days with hauls. */
  readonly days: number
  readonly trips: number
  /** The number of distinct trucks; null if unknown. */
  readonly trucks: number | null
}

/** The share by day of a county's hauls according to tracks, with the figures behind it. */
export interface HaulFact extends DayShare, HaulBasis {
  /** The first and last day with hauls, from the month up to the day in question. */
  readonly from: DayNumber
  readonly to: DayNumber
  readonly dataClass: DataClass
  /** A digest of the lists and settings by which they were counted; absent if unknown. */
  readonly countedBy?: string
}

/** Whether the hauls of a county's month are enough to decide its share by day. */
export const isEnough = (
  { days, trips }: Omit<HaulBasis, 'trucks'>,
  { leastDays, leastTrips }: LeastEvidence,
): boolean => days >= leastDays && trips >= leastTrips

/**
 * Resolves months that occur in several tables of a package. For each county and month, the most real data class is
 * used alone; within the same class the later table. Made-up data is dropped if any other data exists for the month.
 */
export function preferRealMonths(months: readonly HaulMonth[]): readonly HaulMonth[] {
  const known = new Set<string>()
  const isMadeUp = ({ dataClass }: HaulMonth) => dataClass === 'illustrative'
  const toldBy = new Set(months.filter((each) => !isMadeUp(each)).map(({ month }) => month))
  const byRealness = months
    .filter((each) => !(isMadeUp(each) && toldBy.has(each.month)))
    .reverse()
    .sort((one, other) => DATA_CLASSES.indexOf(one.dataClass) - DATA_CLASSES.indexOf(other.dataClass))
  return byRealness.flatMap((each) => {
    const isKnown = (county: string) => known.has(`${each.month} ${county}`)
    const counties = new Map([...each.counties].filter(([county]) => !isKnown(county)))
    for (const county of counties.keys()) known.add(`${each.month} ${county}`)
    return counties.size === 0 ? [] : [{ ...each, counties }]
  })
}

/**
 * Combines a package's months with others. For a month in both, only the others are used, unless they are made up and
 * the package's are not. Therefore whoever counts the others must include the package's own trips of the month.
 */
export function mergeHaulMonths(ofPackage: readonly HaulMonth[], besides: readonly HaulMonth[]): readonly HaulMonth[] {
  const stands = (one: HaulMonth, over: readonly HaulMonth[]) =>
    one.dataClass !== 'illustrative' || over.every(({ dataClass }) => dataClass === 'illustrative')
  const ofMonth = (all: readonly HaulMonth[], { month }: HaulMonth) => all.filter((each) => each.month === month)
  const taken = besides.filter((each) => stands(each, ofMonth(ofPackage, each)))
  return [...ofPackage.filter((each) => ofMonth(taken, each).length === 0), ...taken]
}

/** The hauls of a county in the month of a day, up to that day; null if tracks have none. */
export function haulsOn(months: readonly HaulMonth[], county: string, day: DayNumber): HaulFact | null {
  const month = formatDay(day).slice(0, 7)
  const of = months.find((each) => each.month === month && each.counties.has(county))
  const days = (of?.counties.get(county) ?? []).filter((each) => each.day <= day && each.trips > 0)
  if (!of || days.length === 0) return null
  return {
    trips: days.reduce((sum, { trips }) => sum + trips, 0),
    byDay: days.reduce((sum, each) => sum + each.byDay, 0),
    from: days[0]!.day,
    to: days.at(-1)!.day,
    days: days.length,
    trucks: days.at(-1)!.trucks ?? null,
    dataClass: of.dataClass,
    ...(of.countedBy !== undefined && { countedBy: of.countedBy }),
  }
}
