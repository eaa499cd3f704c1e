import type { Datum } from '@/domain/geodesy/datum'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import {
  DATUM_CANDIDATES,
  type DatumCandidate,
  type DatumEvidence,
  type DatumFinding,
  findDatum,
} from '@/domain/intake/recognise/datum'
import { type BanLines, nearLines } from './ban-lines'
import { forEachTruck, PER_DEGREE, type Positions } from './positions'
import type { TruckSettings } from './settings'
import { type Cut, findStopRows, middleOf } from './stops'
import type { PlaceFinder } from './truck-places'

/** What tracks are compared with to detect their datum. */
export interface DatumGround {
  readonly places: PlaceFinder
  /** Lines that trucks drive along. */
  readonly lines: BanLines
}

/** About how many stops, and positions of each truck, are examined. */
const MAX_LOOKED_AT = 400

/**
 * Detects the datum of trucks' positions: the one in which they stop at known places or drive along known lines. The
 * datums differ by some 450 m or more, which is farther than the radius of places. `stated`: the datum according to the
 * terminal or file.
 */
export function trackDatum(
  positions: Positions,
  settings: Cut & Pick<TruckSettings, 'datum'>,
  ground: DatumGround,
  stated: Datum | null,
): DatumFinding {
  const stands: Position[] = []
  const moving: Position[] = []
  forEachTruck(positions.truck, (begin, end) => {
    for (const stand of findStopRows(positions, begin, end, settings)) stands.push(middleOf(positions, stand))
    const step = Math.max(1, Math.floor((end - begin) / MAX_LOOKED_AT))
    for (let row = begin; row < end; row += step)
      moving.push([positions.lon[row]! / PER_DEGREE, positions.lat[row]! / PER_DEGREE])
  })
  return findDatum(evidenceOf(thinned(stands), thinned(moving), ground, settings.datum.lineMetres), stated)
}

function thinned<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / MAX_LOOKED_AT))
  return all.filter((_, i) => i % step === 0)
}

/**
 * The number of stops and positions that fit, by datum. Stops that fit in no datum are no evidence and are not counted.
 */
function evidenceOf(
  stands: readonly Position[],
  moving: readonly Position[],
  { places, lines }: DatumGround,
  lineMetres: number,
): DatumEvidence[] {
  const isNear = nearLines(lines, lineMetres)
  const hitsOf = (of: readonly Position[], isHit: (at: Position) => boolean) => {
    const byDatum = DATUM_CANDIDATES.map((datum) => of.map((at) => isHit(toWgs84(datum, at))))
    const rows = of.filter((_, i) => byDatum.some((hits) => hits[i])).length
    return { rows, hits: (datum: DatumCandidate) => byDatum[DATUM_CANDIDATES.indexOf(datum)]!.filter(Boolean).length }
  }
  const known = hitsOf(stands, ([lon, lat]) => places.at(lon, lat) >= 0)
  const line = hitsOf(moving, ([lon, lat]) => isNear(lon, lat))
  return DATUM_CANDIDATES.map((datum) => ({
    datum,
    knownHits: known.hits(datum),
    knownRows: known.rows,
    countyHits: 0,
    countyRows: 0,
    lineHits: line.hits(datum),
    // All positions examined: a truck that merely crosses known lines is no evidence.
    lineRows: moving.length,
    shiftMetres:
      stands.length === 0
        ? 0
        : stands.reduce((sum, at) => sum + nearbyDistanceMetres(...at, ...toWgs84(datum, at)), 0) / stands.length,
  }))
}

/** Converts positions from a datum to WGS-84. */
export function shiftedTracks(positions: Positions, datum: Datum): Positions {
  if (datum === 'wgs84' || datum === 'cgcs2000') return positions
  const [lon, lat] = [Int32Array.from(positions.lon), Int32Array.from(positions.lat)]
  for (let row = 0; row < lon.length; row++) {
    const [x, y] = toWgs84(datum, [lon[row]! / PER_DEGREE, lat[row]! / PER_DEGREE])
    lon[row] = Math.round(x * PER_DEGREE)
    lat[row] = Math.round(y * PER_DEGREE)
  }
  return { ...positions, lon, lat }
}
