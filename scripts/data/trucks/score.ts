import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { BREACHES, type BreachKind } from '@/domain/trucks/breach-kinds'
import type { JudgedTracks } from '@/domain/trucks/judge-tracks'
import type { TruckSettings } from '@/domain/trucks/settings'
import type { PlaceFinder } from '@/domain/trucks/truck-places'
import { type UnlistedPlace, unlistedPlaces } from '@/domain/trucks/unlisted-places'
import type { HiddenPlaces } from './made-fleet'
import type { MadeTrack, MadeTruck } from './made-truck'

/** How much of the generated was found (recall), and how much of the found was generated (precision). */
export interface Score {
  readonly made: number
  readonly found: number
  readonly right: number
  readonly recalled: number
}

/** Events within this many seconds count as the same. */
const SLACK = 300

/** Detected breaches compared with generated ones, by kind. */
export function breachScores(
  { breaches }: JudgedTracks,
  tracks: readonly { readonly truck: MadeTruck; readonly track: MadeTrack }[],
  settings: TruckSettings,
): ReadonlyMap<BreachKind, Score> {
  // Too short a breach does not violate a rule with a minimum duration.
  const least = { speed: settings.speed, open: settings.open, lift: undefined, ban: undefined, unwashed: undefined }
  const all = tracks.flatMap(({ track }) => track.breaches)
  const made = all.filter(
    ({ kind, from, until }) => until - from - 60 >= (least[kind]?.leastSeconds ?? Number.NEGATIVE_INFINITY),
  )
  const found = Array.from(breaches.kind, (kind, row) => ({
    kind: BREACHES[kind]!,
    truck: breaches.trucks[breaches.truck[row]!]!,
    from: breaches.from[row]!,
    until: breaches.until[row]!,
  }))
  const isSame = (one: (typeof found)[number], other: (typeof found)[number]) =>
    one.kind === other.kind &&
    one.truck === other.truck &&
    one.from <= other.until + SLACK &&
    other.from <= one.until + SLACK
  return new Map(
    BREACHES.map((kind) => {
      const [ofMade, ofFound] = [made, found].map((all) => all.filter((each) => each.kind === kind))
      return [
        kind,
        {
          made: ofMade!.length,
          found: ofFound!.length,
          right: ofFound!.filter((each) => all.some((other) => isSame(each, other))).length,
          recalled: ofMade!.filter((each) => ofFound!.some((other) => isSame(each, other))).length,
        },
      ]
    }),
  )
}

/** Detected unlisted places by use, compared with the hidden places where trucks stopped often enough. */
export function unlistedScores(
  { stops }: JudgedTracks,
  finder: PlaceFinder,
  rule: NonNullable<TruckSettings['unlisted']>,
  hidden: HiddenPlaces,
  tracks: readonly { readonly track: MadeTrack }[],
) {
  const rows = Array.from(stops.from.keys()).filter((row) => finder.at(stops.lon[row]!, stops.lat[row]!) < 0)
  const places = unlistedPlaces(stops, rows, rule)
  const visits = tracks.flatMap(({ track }) => track.hidden)
  const isNear = (one: Position, other: Position) => nearbyDistanceMetres(...one, ...other) <= rule.metres
  const often = (at: Position) => visits.filter((visit) => isNear(visit.at, at)).length >= rule.leastStops
  const score = (use: UnlistedPlace['use'], all: readonly Position[]): Score => {
    const made = all.filter(often)
    const found = places.filter((place) => place.use === use)
    return {
      made: made.length,
      found: found.length,
      right: found.filter(({ at }) => made.some((each) => isNear(each, at))).length,
      recalled: made.filter((each) => found.some(({ at }) => isNear(each, at))).length,
    }
  }
  return {
    dump: score('dump', hidden.dumps),
    site: score('site', hidden.sites),
    other: score('other', hidden.noons),
    unlistedStops: rows.length,
    places,
  }
}
