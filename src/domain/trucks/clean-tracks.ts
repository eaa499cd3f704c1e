import type { Datum } from '@/domain/geodesy/datum'
import type { DatumFinding } from '@/domain/intake/recognise/datum'
import { dropJumps } from './drop-jumps'
import { orderPositions } from './order-positions'
import { eachTruck, type Positions, pickedPositions, STATE } from './positions'
import type { TruckSettings } from './settings'
import { type DatumGround, shiftedTracks, trackDatum } from './track-datum'

/** How the datum of some trucks' positions was told. */
export interface ToldDatum {
  readonly truck: string
  /** Whether it is of the positions that their terminal says are encrypted. */
  readonly isEncrypted: boolean
  /** Positions that it was told of; none twice. */
  readonly rows: number
  readonly finding: DatumFinding
}

/** Positions as they can be judged, in WGS-84, and what was done to them. */
export interface CleanTracks {
  readonly positions: Positions
  readonly doubled: number
  readonly late: number
  readonly jumps: number
  /** The first of what was left out, by their rows before. */
  readonly leftOut: Readonly<Record<'doubled' | 'jumps', readonly number[]>>
  /** Said by their terminals to be encrypted. */
  readonly encrypted: number
  /** For each truck, and apart for what it says is encrypted. */
  readonly datums: readonly ToldDatum[]
}

/**
 * Puts positions in order, tells their datum truck by truck, since each has a terminal of its own, and takes jumps away. Where
 * nothing tells it, positions are in `fallback`, or WGS-84; those that a terminal calls encrypted in GCJ-02.
 */
export function cleanTracks(
  raw: Positions,
  settings: TruckSettings,
  ground: DatumGround,
  fallback: Datum = 'wgs84',
): CleanTracks {
  const { positions: ordered, rows: before, doubledRows, doubled, late } = orderPositions(raw)
  const datums: ToldDatum[] = []
  let encrypted = 0
  let positions = ordered
  eachTruck(ordered.truck, (begin, end) => {
    for (const isEncrypted of [false, true]) {
      const isOf = (row: number) =>
        row >= begin && row < end && ((ordered.state[row]! & STATE.encrypted) !== 0) === isEncrypted
      const rows = new Uint32Array(end - begin)
      let count = 0
      for (let row = begin; row < end; row++) if (isOf(row)) rows[count++] = row
      if (count === 0) continue
      if (isEncrypted) encrypted += count
      const own = pickedPositions(ordered, rows.subarray(0, count))
      const finding = trackDatum(own, settings, ground, isEncrypted ? 'gcj02' : null)
      datums.push({ truck: ordered.trucks[ordered.truck[begin]!]!, isEncrypted, rows: count, finding })
      positions = shiftInPlace(
        positions,
        ordered,
        rows.subarray(0, count),
        finding.decided ?? (isEncrypted ? 'gcj02' : fallback),
      )
    }
  })
  const { positions: clean, jumps, jumpRows } = dropJumps(positions, settings.clean)
  const leftOut = { doubled: doubledRows, jumps: jumpRows.map((row) => before[row]!) }
  return { positions: clean, doubled, late, jumps, leftOut, encrypted, datums }
}

/** Positions of some rows in WGS-84. The first that is moved takes a copy of the rest, which those after it go on with. */
function shiftInPlace(positions: Positions, ordered: Positions, rows: Uint32Array, datum: Datum): Positions {
  const own = pickedPositions(ordered, rows)
  const moved = shiftedTracks(own, datum)
  if (moved === own) return positions
  const copy =
    positions === ordered
      ? { ...ordered, lon: Int32Array.from(ordered.lon), lat: Int32Array.from(ordered.lat) }
      : positions
  for (let i = 0; i < rows.length; i++) {
    copy.lon[rows[i]!] = moved.lon[i]!
    copy.lat[rows[i]!] = moved.lat[i]!
  }
  return copy
}

/** Positions in which those of some trucks were of a datum, in WGS-84; those that were encrypted are so already. */
export function shiftedTrucks(positions: Positions, plates: ReadonlySet<string>, datum: Datum): Positions {
  const isOf = positions.trucks.map((plate) => plates.has(plate))
  const rows = Uint32Array.from(positions.truck.keys()).filter(
    (row) => isOf[positions.truck[row]!] && (positions.state[row]! & STATE.encrypted) === 0,
  )
  return rows.length === 0 ? positions : shiftInPlace(positions, positions, rows, datum)
}
