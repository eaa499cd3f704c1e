import type { DayNumber } from '@/domain/calendar'
import { dayOf } from './clock-hours'
import { byDay, whyUncounted } from './day-share'
import type { CountyHauls, HaulDay } from './hauls'
import { EMPTY, UNKNOWN } from './positions'
import type { PlaceRole, TruckSettings } from './settings'
import { TRIP, type Trips } from './trips'
import type { PlaceFinder } from './truck-places'

/** The code of the county at a position; '' if in none. */
export type CountyAt = (lon: number, lat: number) => string

/** Additional columns of trips, row by row. */
export interface PlacedTrips {
  /** The places at which the trip begins and ends; -1 if none. */
  readonly fromPlace: Int32Array
  readonly toPlace: Int32Array
  /** 1 if the trip is counted, and if it is by day. */
  readonly counted: Uint8Array
  readonly daytime: Uint8Array
  /** Code of the county in which it begins, or ''. */
  readonly county: readonly string[]
}

/** Determines where trips begin and end, and which are counted. Trips must be ordered by truck and time. */
export function placedTrips(
  trips: Trips,
  settings: TruckSettings,
  finder: PlaceFinder,
  countyAt: CountyAt,
): PlacedTrips {
  const count = trips.from.length
  const [fromPlace, toPlace] = [new Int32Array(count), new Int32Array(count)]
  const [counted, daytime] = [new Uint8Array(count), new Uint8Array(count)]
  const county: string[] = []
  const isByDay = byDay(settings.dayHours)
  const roleOf = (place: number): PlaceRole | null => (place < 0 ? null : finder.roleOf(place))
  for (let trip = 0; trip < count; trip++) {
    fromPlace[trip] = finder.at(trips.fromLon[trip]!, trips.fromLat[trip]!)
    toPlace[trip] = finder.at(trips.toLon[trip]!, trips.toLat[trip]!)
    const roles = { from: roleOf(fromPlace[trip]!), to: roleOf(toPlace[trip]!) }
    const ofDay = isByDay(trips.from[trip]!)
    // Without day hours in force no share can be computed.
    counted[trip] = ofDay !== null && whyUncounted(trips, trip, roles, goesOn(trips, trip)) === null ? 1 : 0
    daytime[trip] = ofDay ? 1 : 0
    county.push(countyAt(trips.fromLon[trip]!, trips.fromLat[trip]!))
  }
  return { fromPlace, toPlace, counted, daytime, county }
}

/** Whether the truck came to the stop before this trip with a load, and left with one. */
export function goesOn({ truck, load, flags }: Trips, trip: number): boolean {
  const before = trip - 1
  if (truck[before] !== truck[trip] || flags[before]! & TRIP.endCut) return false
  const isLoaded = (of: number) => load[of] !== EMPTY && load[of] !== UNKNOWN
  return isLoaded(before) && isLoaded(trip)
}

/**
 * The counted trips of a month by the county and the day on which they begin, each day with the number of distinct
 * trucks since the begin of the month.
 */
export function countyHauls(
  { from, truck, trucks }: Pick<Trips, 'from' | 'truck' | 'trucks'>,
  { counted, daytime, county }: Pick<PlacedTrips, 'counted' | 'daytime' | 'county'>,
): CountyHauls {
  const counties = new Map<string, Map<DayNumber, { day: DayNumber; trips: number; byDay: number }>>()
  /** By county, the first day of each truck. */
  const firstDays = new Map<string, Map<string, DayNumber>>()
  for (let trip = 0; trip < counted.length; trip++) {
    const [code, day] = [county[trip]!, dayOf(from[trip]!)]
    if (!counted[trip] || code === '') continue
    const days = counties.get(code) ?? new Map()
    counties.set(code, days)
    const of = days.get(day) ?? { day, trips: 0, byDay: 0 }
    days.set(day, of)
    of.trips++
    of.byDay += daytime[trip]!
    const firsts = firstDays.get(code) ?? new Map()
    firstDays.set(code, firsts)
    const plate = trucks[truck[trip]!]!
    firsts.set(plate, Math.min(day, firsts.get(plate) ?? day))
  }
  const sorted = (code: string, days: Iterable<HaulDay>) => {
    const firsts = [...firstDays.get(code)!.values()]
    const until = (last: DayNumber) => firsts.filter((first) => first <= last).length
    return [...days].sort((one, other) => one.day - other.day).map((of) => ({ ...of, trucks: until(of.day) }))
  }
  return new Map(
    [...counties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, days]) => [code, sorted(code, days.values())]),
  )
}
