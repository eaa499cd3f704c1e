import type { DayNumber, Month } from '@/domain/calendar'
import { type DataClass, leastReal } from '@/domain/sources/kinds/data-class'
import { monthOf } from './by-month'
import { dayBegin } from './local-time'
import { type OnlineDays, withoutMadeUp } from './online-days'

const HOURS_PER_DAY = 24

/** The valid hours of some devices in a month, on the days that are known. */
export interface OnlineShare {
  readonly devices: number
  /** Known days, added up over the devices. */
  readonly days: number
  /** Hours with valid readings, of 24 for each of the days. */
  readonly hours: number
  readonly of: number
  /** How many of the devices have less than the required share; 0 if none is required. */
  readonly low: number
}

/** Shares by group of devices, such as their county, and month. */
export interface OnlineShares {
  /** Latest first. */
  readonly months: readonly Month[]
  readonly groups: ReadonlyMap<string, ReadonlyMap<Month, OnlineShare>>
  readonly all: ReadonlyMap<Month, OnlineShare>
  readonly dataClass: DataClass
}

/** Adds up what is known of devices in a month; a device without a known day in it is not counted. */
function added(to: Map<Month, OnlineShare>, month: Month, hours: number, days: number, leastShare: number): void {
  const before = to.get(month) ?? { devices: 0, days: 0, hours: 0, of: 0, low: 0 }
  const of = days * HOURS_PER_DAY
  to.set(month, {
    devices: before.devices + 1,
    days: before.days + days,
    hours: before.hours + hours,
    of: before.of + of,
    low: before.low + (hours / of < leastShare ? 1 : 0),
  })
}

/**
 * The share of valid hours by group and month, in the last `most` months with data up to a day. Made-up days count only
 * if there are no others.
 */
export function onlineShares(
  online: OnlineDays,
  groupOf: (device: string) => string,
  until: DayNumber,
  { most, leastShare }: { readonly most: number; readonly leastShare: number },
): OnlineShares {
  const real = withoutMadeUp(online)
  const known = [...real.values()].some(({ days }) => days.length > 0) ? real : online
  const groups = new Map<string, Map<Month, OnlineShare>>()
  const all = new Map<Month, OnlineShare>()
  const classes = new Map<Month, Set<DataClass>>()
  for (const [device, { days, hours, classes: ofDays }] of known) {
    const months = new Map<Month, { days: number; hours: number }>()
    for (const [at, day] of days.entries()) {
      if (day > until) break
      const month = monthOf(dayBegin(day))
      const before = months.get(month) ?? { days: 0, hours: 0 }
      months.set(month, { days: before.days + 1, hours: before.hours + hours[at]! })
      classes.set(month, (classes.get(month) ?? new Set()).add(ofDays[at]!))
    }
    const group = groupOf(device)
    const own = groups.get(group) ?? new Map<Month, OnlineShare>()
    for (const [month, each] of months) {
      groups.set(group, own)
      for (const to of [own, all]) added(to, month, each.hours, each.days, leastShare)
    }
  }
  const months = [...all.keys()].sort().reverse().slice(0, most)
  const left = (of: ReadonlyMap<Month, OnlineShare>) => new Map([...of].filter(([month]) => months.includes(month)))
  return {
    months,
    groups: new Map([...groups].map(([group, of]) => [group, left(of)] as const).filter(([, of]) => of.size > 0)),
    all: left(all),
    dataClass: leastReal(new Set(months.flatMap((month) => [...classes.get(month)!]))),
  }
}
