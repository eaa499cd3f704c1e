import { ruleAt, secondOfDay, withinHours } from './clock-hours'
import { EMPTY, UNKNOWN } from './positions'
import type { PlaceRole, TruckSettings } from './settings'
import { TRIP, type Trips } from './trips'

/** Trips that carried something, and of them those by day. */
export interface DayShare {
  readonly trips: number
  readonly byDay: number
}

export const NO_TRIPS: DayShare = { trips: 0, byDay: 0 }

/**
 * Whether a trip is one of those that are counted: it carried something, or, where no terminal says what it carried, it left a site
 * and did not go home. A stop on its way, as for fuel, makes two trips of one haul: it is counted where it began, and what leaves
 * no site is then not counted, as it may be the rest of one that is. One whose begin nobody saw is not counted.
 */
export function isHaul(
  trips: Trips,
  trip: number,
  roles: { readonly from: PlaceRole | null; readonly to: PlaceRole | null },
  goesOn: boolean,
): boolean {
  if (trips.flags[trip]! & TRIP.beginCut) return false
  const load = trips.load[trip]!
  if (load === UNKNOWN) return roles.from === 'site' && roles.to !== 'depot'
  return load !== EMPTY && !goesOn
}

/** Whether a trip begins by day, by the hours that count as day when it does; null where no rule says which do. */
export function byDay(dayHours: TruckSettings['dayHours']): (second: number) => boolean | null {
  const ruleOf = ruleAt(dayHours)
  const tests = new Map(dayHours.map((rule) => [rule, withinHours(rule.hours)]))
  return (second) => {
    const rule = ruleOf(second)
    return rule && tests.get(rule)!(secondOfDay(second))
  }
}
