import { type IsoDay, type Month, parseDay } from '@/domain/calendar'
import { BREACHES, type BreachKind } from '@/domain/trucks/breach-kinds'
import type { Breaches } from '@/domain/trucks/breaches'
import { dayOf, secondsAt } from '@/domain/trucks/clock-hours'
import { type DayShare, NO_TRIPS } from '@/domain/trucks/day-share'
import { type FleetTruck, plateOf } from '@/domain/trucks/fleet'
import { rowsWhere } from '@/domain/trucks/join-tracks'
import { type CountyAt, type PlacedTrips, placedTrips } from '@/domain/trucks/placed-trips'
import type { TruckSettings } from '@/domain/trucks/settings'
import type { Stops } from '@/domain/trucks/stops'
import type { Trips } from '@/domain/trucks/trips'
import type { PlaceFinder } from '@/domain/trucks/truck-places'
import type { TrucksTold } from '@/domain/trucks/truck-told'
import { type UnlistedPlace, unlistedPlaces } from '@/domain/trucks/unlisted-places'
import type { Tracks } from '@/io/tracks/tracks'
import type { OpenedPackage } from '@/questions/opened-package'
import { judgedAnew, type PackageJudging } from './judged-anew'
import { plainGround, truckGround } from './truck-ground'

/** Number of breaches of each kind. */
export type BreachCounts = Readonly<Record<BreachKind, number>>

/** Totals of some trucks' trips and breaches. */
export interface TruckTally extends DayShare {
  readonly metres: number
  readonly breaches: BreachCounts
  /** Stops at unlisted places. */
  readonly unlistedStops: number
}

/** A judged month of tracks, from which all answers are derived. Row numbers refer to its own tables. */
export interface TruckMonth extends PlacedTrips {
  readonly month: Month
  readonly settings: TruckSettings
  readonly finder: PlaceFinder
  readonly trips: Trips
  readonly stops: Stops
  readonly breaches: Breaches
  /** By which lists and settings those of the package are judged. */
  readonly judging: PackageJudging
  /** For each stop the index of its place, -1 for none. */
  readonly stopPlace: Int32Array
  readonly unlisted: readonly UnlistedPlace[]
  /** Days with any data, in order. */
  readonly days: readonly number[]
  /** What is known of imported trucks besides their positions. */
  readonly told: TrucksTold
  /** Whether any rule defines daytime hours. */
  readonly hasDayHours: boolean
}

/** Judged months by package, tracks and as-of date. */
const known = new WeakMap<OpenedPackage, WeakMap<Tracks, Map<string, Promise<TruckMonth | null>>>>()

/**
 * The judged tracks of the month up to a day; null if the package has no truck settings, or no tracks of that month.
 * A month with unreadable files is not cached, and is read again at the next request.
 */
export function truckMonth(opened: OpenedPackage, tracks: Tracks, asOf: IsoDay): Promise<TruckMonth | null> {
  const ofTracks = known.get(opened) ?? new WeakMap<Tracks, Map<string, Promise<TruckMonth | null>>>()
  known.set(opened, ofTracks)
  const months = ofTracks.get(tracks) ?? new Map<string, Promise<TruckMonth | null>>()
  ofTracks.set(tracks, months)
  const before = months.get(asOf)
  if (before) return before
  const making = makeMonth(opened, tracks, asOf)
  // Earlier months are large and seldom requested again.
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
  // Data after the as-of date is ignored.
  const wanted = { until: secondsAt(parseDay(asOf) + 1) }
  const [trips, stops, stored] = await Promise.all([
    tracks.trips(month, wanted),
    tracks.stops(month, wanted),
    tracks.breaches(month, wanted),
  ])
  if (!trips || !stops) return null
  const anew = await judgedAnew(tracks, month, plain)
  const breaches = anew.breaches ? rowsWhere(anew.breaches, (_, from) => from < wanted.until) : stored
  const { places: finder, settings } = truckGround(plain)
  return {
    ...{ month, settings, finder, trips, stops, breaches: breaches ?? NO_BREACHES, judging: anew.judging },
    ...placedTrips(trips, settings, finder, countyAt(opened)),
    ...placedStops(stops, settings, finder),
    days: daysOf(trips.from, stops.from),
    told: tracks.toldOf(month),
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

/** Code of the county at a position, '' outside all counties. */
export const countyAt =
  ({ lookup }: Pick<OpenedPackage, 'lookup'>): CountyAt =>
  (lon, lat) =>
    lookup.regionCodes[lookup.regions.find(lon, lat)] ?? ''

function placedStops(stops: Stops, settings: TruckSettings, finder: PlaceFinder) {
  const stopPlace = new Int32Array(stops.from.length)
  const rows: number[] = []
  for (let row = 0; row < stopPlace.length; row++) {
    stopPlace[row] = finder.at(stops.lon[row]!, stops.lat[row]!)
    if (stopPlace[row]! < 0) rows.push(row)
  }
  return { stopPlace, unlisted: settings.unlisted ? unlistedPlaces(stops, rows, settings.unlisted) : [] }
}

/** Counts while they accumulate. */
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

/** Totals of the month by plate. */
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

/** Sums several tallies. */
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

/** The daytime share of some trips, and on how many days and by how many trucks these were made. */
export interface ShareWithBasis extends DayShare {
  readonly days: number
  readonly trucks: number
}

/** Daytime share of counted trips by key; trips with the key '' are left out. */
export function sharesBy(
  { counted, daytime, trips: { from, truck, trucks } }: TruckMonth,
  keyOf: (trip: number) => string,
): Map<string, ShareWithBasis> {
  const shares = new Map<string, { trips: number; byDay: number; days: Set<number>; trucks: Set<string> }>()
  for (let trip = 0; trip < counted.length; trip++) {
    const key = counted[trip] ? keyOf(trip) : ''
    if (key === '') continue
    const share = shares.get(key) ?? { trips: 0, byDay: 0, days: new Set(), trucks: new Set() }
    share.trips++
    share.byDay += daytime[trip]!
    share.days.add(dayOf(from[trip]!))
    share.trucks.add(trucks[truck[trip]!]!)
    shares.set(key, share)
  }
  return new Map(
    [...shares].map(([key, { days, trucks: own, ...share }]) => [key, { ...share, days: days.size, trucks: own.size }]),
  )
}

/** A truck's owner, and whether the company is named by imported tracks, because no list names one. */
export interface OwnedTruck extends FleetTruck {
  readonly isByTracks: boolean
}

/**
 * Company and county of a truck from the package's fleet list; the company from imported tracks if the list has none.
 */
export function fleetTruck({ pack }: Pick<OpenedPackage, 'pack'>, told: TrucksTold, plate: string): OwnedTruck {
  const listed = pack.fleet.get(plateOf(plate)) ?? { plate, company: '', county: '', terminal: '' }
  const company = listed.company === '' ? (told.get(plate)?.company ?? '') : ''
  return company === '' ? { ...listed, isByTracks: false } : { ...listed, company, isByTracks: true }
}
