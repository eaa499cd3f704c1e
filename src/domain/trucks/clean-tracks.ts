import type { Datum } from '@/domain/geodesy/datum'
import type { DatumFinding } from '@/domain/intake/recognise/datum'
import { dropJumps } from './drop-jumps'
import { orderPositions } from './order-positions'
import { forEachTruck, type Positions, pickedPositions, SHOWN_ROWS, STATE } from './positions'
import type { TruckSettings } from './settings'
import { type DatumGround, shiftedTracks, trackDatum } from './track-datum'

/** The datum found for the positions of one truck. */
export interface TruckDatum {
  readonly truck: string
  /** Whether this is about the positions that the terminal marks as encrypted. */
  readonly isEncrypted: boolean
  /** The number of positions examined, without duplicates. */
  readonly rows: number
  readonly finding: DatumFinding
}

/** Positions in WGS-84, ready to be judged, and what was done to them. */
export interface CleanTracks {
  readonly positions: Positions
  /** Each input row counts once: as doubled, as a jump, or among the positions, of which some are late. */
  readonly doubled: number
  readonly late: number
  readonly jumps: number
  /** The first rows of each, by their index in the input. */
  readonly rowsOf: Readonly<Record<'doubled' | 'late' | 'jumps', readonly number[]>>
  /** The number of positions that terminals mark as encrypted. */
  readonly encrypted: number
  /** One for each truck, and a separate one for its encrypted positions. */
  readonly datums: readonly TruckDatum[]
}

/**
 * Orders positions, detects the datum of each truck (each has its own terminal), and removes jumps. If the datum cannot
 * be detected, it is `fallback`, by default WGS-84; for positions marked as encrypted it is GCJ-02. `isLate`: as for
 * {@link orderPositions}.
 */
export function cleanTracks(
  raw: Positions,
  settings: TruckSettings,
  ground: DatumGround,
  fallback: Datum = 'wgs84',
  isLate?: Uint8Array,
): CleanTracks {
  const { positions: ordered, rows: before, doubledRows, doubled, isLate: isLateOf } = orderPositions(raw, isLate)
  const datums: TruckDatum[] = []
  let encrypted = 0
  let positions = ordered
  forEachTruck(ordered.truck, (begin, end) => {
    for (const isEncrypted of [false, true]) {
      const isOf = (row: number) => ((ordered.state[row]! & STATE.encrypted) !== 0) === isEncrypted
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
  const { positions: clean, rows, jumps, jumpRows } = dropJumps(positions, settings.clean)
  const late = rows.filter((row) => isLateOf[row])
  const inInput = (some: Iterable<number>) => Array.from(some, (row) => before[row]!)
  return {
    ...{ positions: clean, doubled, late: late.length, jumps, encrypted, datums },
    rowsOf: { doubled: doubledRows, late: inInput(late.subarray(0, SHOWN_ROWS)), jumps: inInput(jumpRows) },
  }
}

/** Converts some rows to WGS-84. The first conversion copies the coordinates; later ones change that copy. */
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

/** Converts the positions of some trucks from a datum to WGS-84. Encrypted positions are already converted. */
export function shiftedTrucks(positions: Positions, plates: ReadonlySet<string>, datum: Datum): Positions {
  const isOf = positions.trucks.map((plate) => plates.has(plate))
  const rows = Uint32Array.from(positions.truck.keys()).filter(
    (row) => isOf[positions.truck[row]!] && (positions.state[row]! & STATE.encrypted) === 0,
  )
  return rows.length === 0 ? positions : shiftInPlace(positions, positions, rows, datum)
}
