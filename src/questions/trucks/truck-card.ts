import { formatDay, type IsoDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { BREACHES, type BreachKind } from '@/domain/trucks/breach-kinds'
import { dayOf } from '@/domain/trucks/clock-hours'
import { type DayShare, type UncountedReason, whyUncounted } from '@/domain/trucks/day-share'
import { goesOn } from '@/domain/trucks/placed-trips'
import type { Second } from '@/domain/trucks/positions'
import type { PlaceRole } from '@/domain/trucks/settings'
import type { TrucksTold } from '@/domain/trucks/truck-told'
import type { UnlistedUse } from '@/domain/trucks/unlisted-use'
import type { Tracks } from '@/io/tracks/tracks'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { signalsPresent, type UnjudgedBreach, unjudgedBreaches } from '@/questions/plan/unjudged'
import { bannedRoadAt } from './banned-roads'
import { placeName } from './truck-list'
import { fleetTruck, type TruckMonth, truckMonth } from './truck-month'

/** Where a trip begins or ends: a listed place, an unlisted place with its presumed use, or null if neither. */
export type TripPlace =
  | { readonly role: PlaceRole; readonly name: string; readonly kind: string; readonly code: string }
  | { readonly use: UnlistedUse; readonly name: null }
  | null

export interface TripLine {
  readonly plate: string
  readonly from: Second
  readonly until: Second
  readonly metres: number
  /** km/h; null if the terminal reported no speed. */
  readonly topKmh: number | null
  readonly load: number
  readonly isCounted: boolean
  /** Why the trip is not counted; null if it is, or if no rule defines daytime. */
  readonly uncounted: UncountedReason | null
  readonly isByDay: boolean
  readonly begin: TripPlace
  readonly end: TripPlace
}

export interface BreachLine {
  readonly plate: string
  readonly kind: BreachKind
  readonly from: Second
  readonly until: Second
  readonly at: Position
  /** km/h, for speeding. */
  readonly figure: number | null
  /** Id of the ban, for breaches of a ban. */
  readonly of: string
  /** For breaches of a ban: name of the banned source where it began; null if it is on none of the current list. */
  readonly roadName: string | null
  /** For a truck that left without a wash: name of the site that it left; null if that is not on the list any more. */
  readonly left: string | null
}

export interface TruckCard {
  readonly plates: readonly string[]
  readonly days: readonly ({ readonly day: IsoDay; readonly metres: number } & DayShare)[]
  readonly trips: readonly TripLine[]
  readonly breaches: readonly BreachLine[]
  /** What else could not be judged of these trucks. */
  readonly unjudged: readonly UnjudgedBreach[]
}

/** The trucks of a card: one, or a company's; '' stands for trucks without a known company. */
export type TruckCardRequest = { readonly plate: string } | { readonly company: string }

/** Tests whether a truck belongs to the card. */
export const isOnCard = (opened: OpenedPackage, told: TrucksTold, asked: TruckCardRequest) => (plate: string) =>
  'plate' in asked ? plate === asked.plate : fleetTruck(opened, told, plate).company === asked.company

/** The month of a truck, or of all trucks of a company: days from the first, trips and breaches from the latest. */
export async function truckCard(
  opened: OpenedPackage,
  tracks: Tracks,
  asOf: IsoDay,
  asked: TruckCardRequest,
): Promise<TruckCard | null> {
  const made = await truckMonth(opened, tracks, asOf)
  if (!made) return null
  const isAsked = isOnCard(opened, made.told, asked)
  const { trips, breaches, stops } = made
  const own = (of: { readonly trucks: readonly string[]; readonly truck: ArrayLike<number> }) => {
    const places = new Set(of.trucks.flatMap((plate, place) => (isAsked(plate) ? [place] : [])))
    return Array.from({ length: of.truck.length }, (_, row) => row).filter((row) => places.has(of.truck[row]!))
  }
  const tripRows = own(trips).sort((a, b) => trips.from[b]! - trips.from[a]!)
  const usedFor = unlistedUses(made)
  // A truck may have stops or breaches without any trip.
  const seen = new Set([trips, breaches, stops].flatMap(({ trucks }) => trucks.filter(isAsked)))
  const plates = [...new Set(tripRows.map((row) => trips.trucks[trips.truck[row]!]!))].sort()
  return {
    plates,
    days: daysOf(made, tripRows),
    trips: tripRows.map((row) => tripLine(opened, made, row, usedFor)),
    breaches: own(breaches)
      .map((row) => breachLine(opened, made, row))
      .sort((a, b) => b.from - a.from),
    unjudged: unjudgedBreaches(made.settings, await signalsPresent(tracks, made.month, [...seen].sort())),
  }
}

function daysOf({ trips, counted, daytime }: TruckMonth, rows: readonly number[]): TruckCard['days'] {
  const days = new Map<number, { trips: number; byDay: number; metres: number }>()
  for (const row of rows) {
    const number = dayOf(trips.from[row]!)
    const day = days.get(number) ?? { trips: 0, byDay: 0, metres: 0 }
    day.trips += counted[row]!
    day.byDay += counted[row]! & daytime[row]!
    day.metres += trips.metres[row]!
    days.set(number, day)
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, sum]) => ({ day: formatDay(day), ...sum }))
}

/** Presumed use of the unlisted place at a trip's start or end, by plate and the stop's end or start. */
function unlistedUses({ stops, unlisted }: TruckMonth) {
  const uses = new Map<string, UnlistedUse>()
  for (const place of unlisted)
    for (const stop of place.stops) {
      const plate = stops.trucks[stops.truck[stop]!]!
      uses.set(`${plate} from ${stops.until[stop]}`, place.use)
      uses.set(`${plate} to ${stops.from[stop]}`, place.use)
    }
  return (key: string) => uses.get(key)
}

function tripLine(
  opened: OpenedPackage,
  { trips, counted, daytime, fromPlace, toPlace, finder }: TruckMonth,
  row: number,
  usedFor: (key: string) => UnlistedUse | undefined,
): TripLine {
  const plate = trips.trucks[trips.truck[row]!]!
  const placed = (place: number, key: string): TripPlace => {
    if (place >= 0) return { role: finder.roleOf(place), ...placeName(opened, finder.places.source[place]!) }
    const use = usedFor(key)
    return use ? { use, name: null } : null
  }
  const roleOf = (place: number) => (place < 0 ? null : finder.roleOf(place))
  const roles = { from: roleOf(fromPlace[row]!), to: roleOf(toPlace[row]!) }
  const top = trips.topKmh[row]!
  return {
    plate,
    from: trips.from[row]!,
    until: trips.until[row]!,
    metres: trips.metres[row]!,
    topKmh: Number.isNaN(top) ? null : top,
    load: trips.load[row]!,
    isCounted: counted[row] === 1,
    uncounted: whyUncounted(trips, row, roles, goesOn(trips, row)),
    isByDay: daytime[row] === 1,
    begin: placed(fromPlace[row]!, `${plate} from ${trips.from[row]}`),
    end: placed(toPlace[row]!, `${plate} to ${trips.until[row]}`),
  }
}

/** For each trip the place where it begins, by plate and second. */
const departures = memoOf(
  ({ trips, fromPlace }: TruckMonth): ReadonlyMap<string, number> =>
    new Map(
      Array.from(trips.from, (second, trip) => [`${trips.trucks[trips.truck[trip]!]} ${second}`, fromPlace[trip]!]),
    ),
)

/** Number of the source that a truck left without a wash; null for other breaches, and if it is on no list any more. */
export function placeLeft(made: TruckMonth, row: number): number | null {
  const { breaches, finder } = made
  if (BREACHES[breaches.kind[row]!] !== 'unwashed') return null
  const place = departures(made).get(`${breaches.trucks[breaches.truck[row]!]} ${breaches.from[row]}`) ?? -1
  return place < 0 ? null : finder.places.source[place]!
}

export function breachLine(opened: OpenedPackage, made: TruckMonth, row: number): BreachLine {
  const { breaches } = made
  const at = [breaches.lon[row]!, breaches.lat[row]!] as const
  const of = breaches.of[row]!
  const figure = breaches.figure[row]!
  const left = placeLeft(made, row)
  return {
    plate: breaches.trucks[breaches.truck[row]!]!,
    kind: BREACHES[breaches.kind[row]!]!,
    from: breaches.from[row]!,
    until: breaches.until[row]!,
    at,
    figure: Number.isNaN(figure) ? null : figure,
    of,
    roadName: of === '' ? null : bannedRoadAt(opened)(of, at),
    left: left === null ? null : placeName(opened, left).name,
  }
}
