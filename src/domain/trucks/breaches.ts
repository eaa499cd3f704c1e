import { formatDay } from '@/domain/calendar'
import type { Codes } from '@/domain/table/column'
import { type BanLines, nearLines } from './ban-lines'
import { BREACHES, type BreachKind } from './breach-kinds'
import { dayOf, isInForceOn, secondOfDay, withinHours } from './clock-hours'
import type { CutTracks } from './cut-tracks'
import { EMPTY, FULL, forEachTruck, NO_FIGURE, PER_DEGREE, type Positions, STATE, UNKNOWN } from './positions'
import { rowRuns } from './row-runs'
import type { Ban, TruckSettings } from './settings'
import type { PlaceFinder } from './truck-places'
import { unwashedTrips } from './unwashed'

/** Breaches by trucks, one per row, ordered by truck and time. */
export interface Breaches {
  readonly trucks: readonly string[]
  readonly truck: Codes
  /** Index in `BREACHES`. */
  readonly kind: Uint8Array
  readonly from: Uint32Array
  readonly until: Uint32Array
  /** Where it began, in degrees. */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** The highest speed in km/h of a speeding breach; else NaN. */
  readonly figure: Float32Array
  /** The id of the ban that was breached; else ''. */
  readonly of: readonly string[]
}

/** A ban with its lines. */
export interface BanWithLines {
  readonly ban: Ban
  readonly lines: BanLines
}

/** What trucks are judged by, besides their own positions. */
export interface TruckGround {
  readonly places: PlaceFinder
  readonly bans: readonly BanWithLines[]
}

interface Breach {
  readonly kind: BreachKind
  /** Rows of the positions, both included. */
  readonly first: number
  readonly last: number
  readonly figure?: number
  readonly of?: string
}

/** Finds the breaches in positions ordered by truck and time, and in the stops and trips cut from them. */
export function findBreaches(
  positions: Positions,
  cut: CutTracks,
  settings: TruckSettings,
  { places, bans }: TruckGround,
): Breaches {
  const { second, speed, load, state, lon, lat } = positions
  const { speed: ofSpeed, open, lift } = settings
  const movingKmh = settings.moving.kmh
  const silent = settings.moving.silentSeconds
  const moves = (row: number) => speed[row] !== NO_FIGURE && speed[row]! >= movingKmh * 10
  const degrees = (row: number) => [lon[row]! / PER_DEGREE, lat[row]! / PER_DEGREE] as const
  const laid = bans.map(({ ban, lines }) => ({ ban, isNear: nearLines(lines, ban.along.metres), ...timesOf(ban) }))
  const found: Breach[] = []
  forEachTruck(positions.truck, (begin, end) => {
    const of = (kind: BreachKind, least: number, isSo: (row: number) => boolean, more: Pick<Breach, 'of'> = {}) => {
      for (const run of rowRuns(second, begin, end, least, silent, isSo)) found.push({ kind, ...run, ...more })
    }
    if (ofSpeed) {
      const isFast = (row: number) => speed[row] !== NO_FIGURE && speed[row]! > ofSpeed.kmh * 10
      for (const run of rowRuns(second, begin, end, ofSpeed.leastSeconds, silent, isFast)) {
        let top = 0
        for (let row = run.first; row <= run.last; row++) top = Math.max(top, speed[row]! / 10)
        found.push({ kind: 'speed', ...run, figure: top })
      }
    }
    if (open)
      of('open', open.leastSeconds, (row) => (state[row]! & STATE.open) !== 0 && load[row] === FULL && moves(row))
    if (lift)
      of('lift', lift.leastSeconds, (row) => {
        if ((state[row]! & STATE.lifted) === 0) return false
        const place = places.at(...degrees(row))
        return place < 0 || !lift.at.includes(places.roleOf(place))
      })
    for (const { ban, isNear, isInTime, isOfDay } of laid)
      of(
        'ban',
        ban.leastSeconds,
        (row) =>
          moves(row) &&
          isInTime(second[row]!) &&
          (!ban.loadedOnly || (load[row] !== EMPTY && load[row] !== UNKNOWN)) &&
          isOfDay(second[row]!) &&
          isNear(...degrees(row)),
        { of: ban.id },
      )
  })
  if (settings.unwashed)
    for (const first of unwashedTrips(positions, cut, settings.unwashed, settings.moving.kmh, places))
      found.push({ kind: 'unwashed', first, last: first })
  return breachTable(positions, found)
}

/** Tests when a ban is in force. The hours are tested first because that is cheap. */
function timesOf(ban: Ban) {
  const hours = ban.hours.map(withinHours)
  const known = new Map<number, boolean>()
  return {
    isInTime: (second: number) => hours.some((isWithin) => isWithin(secondOfDay(second))),
    isOfDay(second: number) {
      const day = dayOf(second)
      const before = known.get(day)
      if (before !== undefined) return before
      const holds = isInForceOn(ban, formatDay(day))
      known.set(day, holds)
      return holds
    },
  }
}

function breachTable(positions: Positions, found: readonly Breach[]): Breaches {
  const sorted = [...found].sort((a, b) => a.first - b.first || BREACHES.indexOf(a.kind) - BREACHES.indexOf(b.kind))
  const of = (value: (each: Breach) => number) => sorted.map(value)
  return {
    trucks: positions.trucks,
    truck: Uint32Array.from(of(({ first }) => positions.truck[first]!)),
    kind: Uint8Array.from(of(({ kind }) => BREACHES.indexOf(kind))),
    from: Uint32Array.from(of(({ first }) => positions.second[first]!)),
    until: Uint32Array.from(of(({ last }) => positions.second[last]!)),
    lon: Float64Array.from(of(({ first }) => positions.lon[first]! / PER_DEGREE)),
    lat: Float64Array.from(of(({ first }) => positions.lat[first]! / PER_DEGREE)),
    figure: Float32Array.from(of(({ figure }) => figure ?? Number.NaN)),
    of: sorted.map((each) => each.of ?? ''),
  }
}
