import { type IsoDay, type Month, parseDay } from '@/domain/calendar'
import { BREACHES, type BreachKind } from '@/domain/trucks/breach-kinds'
import type { Breaches } from '@/domain/trucks/breaches'
import { dayOf, secondsAt } from '@/domain/trucks/clock-hours'
import { byDay, type DayShare, isHaul, NO_TRIPS } from '@/domain/trucks/day-share'
import { type FleetTruck, plateOf } from '@/domain/trucks/fleet'
import { EMPTY, UNKNOWN } from '@/domain/trucks/positions'
import type { PlaceRole, TruckSettings } from '@/domain/trucks/settings'
import type { Stops } from '@/domain/trucks/stops'
import { TRIP, type Trips } from '@/domain/trucks/trips'
import type { PlaceFinder } from '@/domain/trucks/truck-places'
import { type UnlistedPlace, unlistedPlaces } from '@/domain/trucks/unlisted-places'
import type { Tracks } from '@/io/tracks/tracks'
import type { OpenedPackage } from './opened-package'
import { plainGround, truckGround } from './truck-ground'

/** How many breaches of each kind. */
export type BreachCounts = Readonly<Record<BreachKind, number>>

/** What trips and breaches of some trucks come to. */
export interface TruckTally extends DayShare {
  readonly metres: number
  readonly breaches: BreachCounts
  /** Stops at places that no list has. */
  readonly unlistedStops: number
}

/** A month of tracks, as everything that is asked of it is made of it. Rows are those of its tables. */
export interface TruckMonth {
  readonly month: Month
  readonly settings: TruckSettings
  readonly finder: PlaceFinder
  readonly trips: Trips
  readonly stops: Stops
  readonly breaches: Breaches
  /** Of each trip: the place at which it begins and ends, -1 for none; 1 where it is counted, and where it is by day. */
  readonly fromPlace: Int32Array
  readonly toPlace: Int32Array
  readonly counted: Uint8Array
  readonly daytime: Uint8Array
  /** Of each stop: its place, -1 for none. */
  readonly stopPlace: Int32Array
  readonly unlisted: readonly UnlistedPlace[]
  /** Days of which there is anything, in their order. */
  readonly days: readonly number[]
  /** Whether any rule says which hours of the month are day. */
  readonly hasDayHours: boolean
  /** Code of the county of each trip's begin, or ''. */
  readonly county: readonly string[]
}

/** What was made of some tracks of a package, by month and its last day. */
const known = new WeakMap<OpenedPackage, WeakMap<Tracks, Map<string, Promise<TruckMonth | null>>>>()

/**
 * The tracks of the month up to a day, judged; null where the package does not say how, or has none of that month. What could not
 * be read now is read anew when it is asked for again.
 */
export function truckMonth(opened: OpenedPackage, tracks: Tracks, asOf: IsoDay): Promise<TruckMonth | null> {
  const ofTracks = known.get(opened) ?? new WeakMap<Tracks, Map<string, Promise<TruckMonth | null>>>()
  known.set(opened, ofTracks)
  const months = ofTracks.get(tracks) ?? new Map<string, Promise<TruckMonth | null>>()
  ofTracks.set(tracks, months)
  const before = months.get(asOf)
  if (before) return before
  const making = makeMonth(opened, tracks, asOf)
  // The months before are seldom asked for again, and large.
  months.clear()
  months.set(asOf, making)
  making.then(
    () => tracks.problems.length > 0 && months.delete(asOf),
    () => months.delete(asOf),
  )
  return making
}

async function makeMonth(opened: OpenedPackage, tracks: Tracks, asOf: IsoDay): Promise<TruckMonth | null> {
  const plain = plainGround(opened)
  if (!plain) return null
  const month = asOf.slice(0, 7)
  // Beyond the as-of day nothing is known yet.
  const wanted = { until: secondsAt(parseDay(asOf) + 1) }
  const [trips, stops, breaches] = await Promise.all([
    tracks.trips(month, wanted),
    tracks.stops(month, wanted),
    tracks.breaches(month, wanted),
  ])
  if (!trips || !stops) return null
  const { places: finder, settings } = truckGround(plain)
  return {
    ...{ month, settings, finder, trips, stops, breaches: breaches ?? NO_BREACHES },
    ...placedTrips(opened, trips, settings, finder),
    ...placedStops(stops, settings, finder),
    days: daysOf(trips.from, stops.from),
    hasDayHours: settings.dayHours.length > 0,
  }
}

function daysOf(...seconds: readonly Uint32Array[]): number[] {
  const days = new Set<number>()
  for (const column of seconds) for (let row = 0; row < column.length; row++) days.add(dayOf(column[row]!))
  return [...days].sort((a, b) => a - b)
}

const NO_BREACHES: Breaches = {
  trucks: [],
  truck: new Uint32Array(),
  kind: new Uint8Array(),
  from: new Uint32Array(),
  until: new Uint32Array(),
  lon: new Float64Array(),
  lat: new Float64Array(),
  figure: new Float32Array(),
  of: [],
}

function placedTrips({ lookup }: OpenedPackage, trips: Trips, settings: TruckSettings, finder: PlaceFinder) {
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
    // Without hours that count as day there is no share.
    counted[trip] = ofDay !== null && isHaul(trips, trip, roles, goesOn(trips, trip)) ? 1 : 0
    daytime[trip] = ofDay ? 1 : 0
    const region = lookup.regions.find(trips.fromLon[trip]!, trips.fromLat[trip]!)
    county.push(lookup.regionCodes[region] ?? '')
  }
  return { fromPlace, toPlace, counted, daytime, county }
}

/** Whether a truck was already under way with a load when it stopped before a trip, and left with one. */
function goesOn({ truck, load, flags }: Trips, trip: number): boolean {
  const before = trip - 1
  if (before < 0 || truck[before] !== truck[trip] || flags[before]! & TRIP.endCut) return false
  const isLoaded = (of: number) => load[of] !== EMPTY && load[of] !== UNKNOWN
  return isLoaded(before) && isLoaded(trip)
}

function placedStops(stops: Stops, settings: TruckSettings, finder: PlaceFinder) {
  const stopPlace = new Int32Array(stops.from.length)
  const rows: number[] = []
  for (let row = 0; row < stopPlace.length; row++) {
    stopPlace[row] = finder.at(stops.lon[row]!, stops.lat[row]!)
    if (stopPlace[row]! < 0) rows.push(row)
  }
  return { stopPlace, unlisted: settings.unlisted ? unlistedPlaces(stops, rows, settings.unlisted) : [] }
}

/** Counts while they are added up. */
interface Growing {
  trips: number
  byDay: number
  metres: number
  unlistedStops: number
  breaches: Record<BreachKind, number>
}

const nothing = (): Growing => ({
  ...NO_TRIPS,
  metres: 0,
  unlistedStops: 0,
  breaches: Object.fromEntries(BREACHES.map((kind) => [kind, 0])) as Record<BreachKind, number>,
})

/** What a month comes to by truck, by its plate. */
export function tallyByTruck({ trips, stops, breaches, counted, daytime, unlisted }: TruckMonth) {
  const tallies = new Map<string, Growing>()
  const of = (plate: string) => {
    const tally = tallies.get(plate) ?? nothing()
    tallies.set(plate, tally)
    return tally
  }
  for (let trip = 0; trip < trips.from.length; trip++) {
    const tally = of(trips.trucks[trips.truck[trip]!]!)
    tally.metres += trips.metres[trip]!
    tally.trips += counted[trip]!
    tally.byDay += counted[trip]! & daytime[trip]!
  }
  for (let row = 0; row < breaches.kind.length; row++)
    of(breaches.trucks[breaches.truck[row]!]!).breaches[BREACHES[breaches.kind[row]!]!]++
  for (const stop of unlisted.flatMap((place) => place.stops)) of(stops.trucks[stops.truck[stop]!]!).unlistedStops++
  return tallies as ReadonlyMap<string, TruckTally>
}

/** Several tallies as one. */
export function summed(tallies: readonly TruckTally[]): TruckTally {
  const sum = nothing()
  for (const each of tallies) {
    sum.trips += each.trips
    sum.byDay += each.byDay
    sum.metres += each.metres
    sum.unlistedStops += each.unlistedStops
    for (const kind of BREACHES) sum.breaches[kind] += each.breaches[kind]
  }
  return sum
}

/** The share by day of counted trips by a key of each, '' left out. */
export function sharesBy({ counted, daytime }: TruckMonth, keyOf: (trip: number) => string): Map<string, DayShare> {
  const shares = new Map<string, { trips: number; byDay: number }>()
  for (let trip = 0; trip < counted.length; trip++) {
    const key = counted[trip] ? keyOf(trip) : ''
    if (key === '') continue
    const share = shares.get(key) ?? { trips: 0, byDay: 0 }
    share.trips++
    share.byDay += daytime[trip]!
    shares.set(key, share)
  }
  return shares
}

/** Whose a truck is by the list of the package. */
export const fleetTruck = ({ pack }: OpenedPackage, plate: string): FleetTruck =>
  pack.fleet.get(plateOf(plate)) ?? { plate, company: '', county: '', terminal: '' }
