import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { grouped } from '@/domain/grouped'
import { dayOf, secondOfDay, withinHours } from './clock-hours'
import { EMPTY, type Second, UNKNOWN } from './positions'
import type { TruckSettings } from './settings'
import { stopClusters } from './stop-clusters'
import type { Stops } from './stops'
import type { UnlistedUse } from './unlisted-use'

/** A place on no list where trucks stop repeatedly, with the evidence. */
export interface UnlistedPlace {
  /** Names the stop nearest to its middle. Other days shift the middle: {@link currentPlaces} finds the place again. */
  readonly id: string
  readonly at: Position
  /** From its middle to the farthest stop, in metres. */
  readonly metres: number
  readonly use: UnlistedUse
  /** Row indexes of the stops. */
  readonly stops: readonly number[]
  readonly trucks: readonly string[]
  readonly days: number
  /** Numbers of stops that unloaded, loaded, and lifted the body. */
  readonly unloaded: number
  readonly loaded: number
  readonly lifted: number
  /** Number of stops that began at night. */
  readonly atNight: number
  readonly first: Second
  readonly last: Second
}

const isLoad = (load: number) => load !== EMPTY && load !== UNKNOWN

/**
 * Whether a truck unloaded at a stop: it came with a load and left empty, or it lifted its body and did not leave full.
 */
export const didUnload = ({ loadBefore, loadAfter, lifted }: Stops, stop: number) =>
  (isLoad(loadBefore[stop]!) && loadAfter[stop] === EMPTY) || (lifted[stop]! > 0 && loadAfter[stop] !== 2)

/** Whether a truck was loaded at a stop. */
export const didLoad = ({ loadBefore, loadAfter }: Stops, stop: number) =>
  loadBefore[stop] === EMPTY && isLoad(loadAfter[stop]!)

/**
 * Finds unlisted places, sorted by number of stops, most first. `stops`: rows of stops at no known place. Nearby stops
 * form one place, if trucks stopped there often and on several days.
 */
export function unlistedPlaces(
  table: Stops,
  stops: readonly number[],
  { metres, mostMetres, denseStops, leastStops, leastDays, leastShare, night }: NonNullable<TruckSettings['unlisted']>,
): UnlistedPlace[] {
  return stopClusters(table.lon, table.lat, stops, metres, mostMetres, denseStops)
    .map((of) => placeOf(table, of, leastShare, withinHours(night)))
    .filter((place) => place.stops.length >= leastStops && place.days >= leastDays)
    .sort((a, b) => b.stops.length - a.stops.length || a.first - b.first)
}

/** The id of a place, from one of its stops: the plate, and a second at which the truck stood there. */
const stopId = (plate: string, second: Second) => `${plate}-${second}`

/**
 * Finds the places that ids refer to: the place that contains the stop named by the id. When other days are imported,
 * stops keep their position; they only begin earlier or end later. Ids whose stop is at none of the places are left
 * out.
 */
export function currentPlaces(
  { trucks, truck, from, until }: Stops,
  places: readonly UnlistedPlace[],
  ids: readonly string[],
): ReadonlyMap<string, UnlistedPlace> {
  const named = grouped(
    ids.map((id) => {
      const dash = id.lastIndexOf('-')
      return { id, plate: id.slice(0, dash), second: Number(id.slice(dash + 1)) }
    }),
    ({ plate }) => plate,
  )
  const found = new Map<string, UnlistedPlace>()
  for (const place of places)
    for (const stop of place.stops)
      for (const { id, second } of named.get(trucks[truck[stop]!]!) ?? [])
        if (from[stop]! <= second && second <= until[stop]!) found.set(id, place)
  return found
}

function placeOf(
  table: Stops,
  stops: readonly number[],
  leastShare: number,
  isNight: (secondOfDay: number) => boolean,
): UnlistedPlace {
  const mean = (of: Float64Array) => stops.reduce((sum, stop) => sum + of[stop]!, 0) / stops.length
  const at = [mean(table.lon), mean(table.lat)] as const
  const count = (is: (stop: number) => boolean) => stops.filter(is).length
  const [unloaded, loaded] = [count((stop) => didUnload(table, stop)), count((stop) => didLoad(table, stop))]
  const isAtNight = (stop: number) => isNight(secondOfDay(table.from[stop]!))
  const begins = stops.map((stop) => table.from[stop]!)
  const enough = leastShare * stops.length
  const distances = stops.map((stop) => nearbyDistanceMetres(...at, table.lon[stop]!, table.lat[stop]!))
  const middle = stops[distances.indexOf(-largest(distances, (metres) => -metres))]!
  return {
    id: stopId(table.trucks[table.truck[middle]!]!, table.from[middle]!),
    at,
    metres: largest(distances, (metres) => metres),
    use: unloaded >= enough && unloaded >= loaded ? 'dump' : loaded >= enough ? 'site' : 'other',
    stops,
    trucks: [...new Set(stops.map((stop) => table.trucks[table.truck[stop]!]!))].sort(),
    days: new Set(begins.map(dayOf)).size,
    unloaded,
    loaded,
    lifted: count((stop) => table.lifted[stop]! > 0),
    atNight: count(isAtNight),
    first: -largest(begins, (begin) => -begin),
    last: largest(stops, (stop) => table.until[stop]!),
  }
}

/** A loop, because there may be more values than a call can take as arguments. */
const largest = (of: readonly number[], value: (each: number) => number): number =>
  of.reduce((most, each) => Math.max(most, value(each)), Number.NEGATIVE_INFINITY)
