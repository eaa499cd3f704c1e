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

/** Why a trip is not counted: its begin was not seen, it was empty, nothing says that it carried anything, or it is the rest of a haul. */
export type UncountedWhy = 'unseen' | 'empty' | 'unknown' | 'rest'

/**
 * Why a trip is none of those that are counted; null for one that is: it carried something, or, where no terminal says what it carried, it left a site
 * and did not go home. A stop on its way, as for fuel, makes two trips of one haul: it is counted where it began, and what leaves
 * no site is then not counted, as it may be the rest of one that is. One whose begin nobody saw is not counted.
 */
export function whyUncounted(
  trips: Trips,
  trip: number,
  roles: { readonly from: PlaceRole | null; readonly to: PlaceRole | null },
  goesOn: boolean,
): UncountedWhy | null {
  if (trips.flags[trip]! & TRIP.beginCut) return 'unseen'
  const load = trips.load[trip]!
  if (load === UNKNOWN) return roles.from === 'site' && roles.to !== 'depot' ? null : 'unknown'
  if (load === EMPTY) return 'empty'
  return goesOn ? 'rest' : null
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
