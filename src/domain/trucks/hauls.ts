import { type DayNumber, formatDay, type Month } from '@/domain/calendar'
import type { DataClass } from '@/domain/sources/kinds/data-class'
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

/** One set of months over another: of a month twice the later one stands alone, unless it was made up and the other was not. */
export function overlaid(months: readonly HaulMonth[]): readonly HaulMonth[] {
  const byMonth = new Map<Month, HaulMonth>()
  for (const each of months) {
    const known = byMonth.get(each.month)
    if (known && known.dataClass !== 'illustrative' && each.dataClass === 'illustrative') continue
    byMonth.set(each.month, each)
  }
  return [...byMonth.values()]
}

/** The hauls of a county in the month of a day, up to that day; null where tracks know of none. */
export function haulsOn(months: readonly HaulMonth[], county: string, day: DayNumber): HaulFact | null {
  const month = formatDay(day).slice(0, 7)
  const of = months.find((each) => each.month === month)
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
