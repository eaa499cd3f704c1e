import { ruleAt, secondOfDay, withinHours } from './clock-hours'
import { EMPTY, UNKNOWN } from './positions'
import type { PlaceRole, TruckSettings } from './settings'
import { TRIP, type Trips } from './trips'

/** The number of trips with a load, and of those by day. */
export interface DayShare {
  readonly trips: number
  readonly byDay: number
}

export const NO_TRIPS: DayShare = { trips: 0, byDay: 0 }

/**
 * Why a trip is not counted. `unseen`: its start was not observed; `empty`: it carried nothing; `unknown`: the load is
 * unknown; `rest`: it continues an earlier haul.
 */
export type UncountedReason = 'unseen' | 'empty' | 'unknown' | 'rest'

/**
 * Why a trip is not counted, or null if it is. Counted is a trip with a load or, if the terminal reports no load, a
 * trip that leaves a site and does not end at a depot. A stop on the way, such as for fuel, splits a haul into two
 * trips: only the first counts. Trips without known load that leave no site are not counted, because they may be the
 * rest of a counted haul. Neither are trips whose begin was not observed.
 */
export function whyUncounted(
  trips: Trips,
  trip: number,
  roles: { readonly from: PlaceRole | null; readonly to: PlaceRole | null },
  goesOn: boolean,
): UncountedReason | null {
  if (trips.flags[trip]! & TRIP.beginCut) return 'unseen'
  const load = trips.load[trip]!
  if (load === UNKNOWN) return roles.from === 'site' && roles.to !== 'depot' ? null : 'unknown'
  if (load === EMPTY) return 'empty'
  return goesOn ? 'rest' : null
}

/** Tests whether a trip begins by day, by the day hours then in force; null if no rule is in force. */
export function byDay(dayHours: TruckSettings['dayHours']): (second: number) => boolean | null {
  const ruleOf = ruleAt(dayHours)
  const tests = new Map(dayHours.map((rule) => [rule, withinHours(rule.hours)]))
  return (second) => {
    const rule = ruleOf(second)
    return rule && tests.get(rule)!(secondOfDay(second))
  }
}
