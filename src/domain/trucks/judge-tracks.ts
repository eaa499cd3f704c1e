import type { Datum } from '@/domain/geodesy/datum'
import { type Breaches, findBreaches, type TruckGround } from './breaches'
import { type CleanTracks, cleanTracks } from './clean-tracks'
import { cutTracks } from './cut-tracks'
import type { Positions } from './positions'
import type { TruckSettings } from './settings'
import type { Stops } from './stops'
import type { DatumGround } from './track-datum'
import type { Trips } from './trips'

/** Everything derived from raw positions, in the same way in the browser, for folding and for made-up data. */
export interface JudgedTracks extends CleanTracks {
  readonly stops: Stops
  readonly trips: Trips
  readonly breaches: Breaches
}

/** Cuts clean positions, ordered by truck and time, into stops and trips, and finds breaches. */
export function judgeClean(positions: Positions, settings: TruckSettings, ground: TruckGround) {
  const cut = cutTracks(positions, settings)
  return { stops: cut.stops, trips: cut.trips, breaches: findBreaches(positions, cut, settings, ground) }
}

/** Cleans positions, cuts them into stops and trips, and finds breaches. */
export function judgeTracks(
  raw: Positions,
  settings: TruckSettings,
  ground: TruckGround & DatumGround,
  fallback?: Datum,
): JudgedTracks {
  const clean = cleanTracks(raw, settings, ground, fallback)
  return { ...clean, ...judgeClean(clean.positions, settings, ground) }
}
