import { type DayNumber, formatDay, type Month } from '@/domain/calendar'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import type { DayShare } from './day-share'

/** Hauls that began on a day of Asia/Shanghai: how many, and how many of them by day. */
export interface HaulDay extends DayShare {
  readonly day: DayNumber
}

/** By the code of each county, in the order of the days. */
export type CountyHauls = ReadonlyMap<string, readonly HaulDay[]>

/** Hauls of a month by where they began, as tracks of trucks say them. */
export interface HaulMonth {
  readonly month: Month
  readonly counties: CountyHauls
  readonly dataClass: DataClass
}

/** What tracks say of a county's share by day, and the figures that say so. */
export interface HaulFact extends DayShare {
  /** The first and the last day of the month up to the day on which any began. */
  readonly from: DayNumber
  readonly to: DayNumber
  readonly dataClass: DataClass
}

/**
 * Months of several tables of a package: of a county's month that of the most real, of two as real the later, stands alone. What was
 * made up is left out of a month of which there is anything else.
 */
export function mostReal(months: readonly HaulMonth[]): readonly HaulMonth[] {
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
 * What a package has of months with what is known besides: of a month in both the latter stands alone, unless it was made up and the
 * other was not. Whoever counts it counts the package's own trips of the month along.
 */
export function overlaid(ofPackage: readonly HaulMonth[], besides: readonly HaulMonth[]): readonly HaulMonth[] {
  const stands = (one: HaulMonth, over: readonly HaulMonth[]) =>
    one.dataClass !== 'illustrative' || over.every(({ dataClass }) => dataClass === 'illustrative')
  const ofMonth = (all: readonly HaulMonth[], { month }: HaulMonth) => all.filter((each) => each.month === month)
  const taken = besides.filter((each) => stands(each, ofMonth(ofPackage, each)))
  return [...ofPackage.filter((each) => ofMonth(taken, each).length === 0), ...taken]
}

/** The hauls of a county in the month of a day, up to that day; null where tracks know of none. */
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
    dataClass: of.dataClass,
  }
}
