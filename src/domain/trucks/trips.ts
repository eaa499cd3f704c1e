import type { Codes } from '@/domain/table/column'

/** Flag bits of a trip: its start or its end was not observed. */
export const TRIP = { beginCut: 1, endCut: 2 } as const

/** Trips of trucks between their stops, one per row, ordered by truck and time. */
export interface Trips {
  readonly trucks: readonly string[]
  readonly truck: Codes
  readonly from: Uint32Array
  readonly until: Uint32Array
  /** Where it begins and ends, in degrees: the mean of the stop, or the first or last observed position. */
  readonly fromLon: Float64Array
  readonly fromLat: Float64Array
  readonly toLon: Float64Array
  readonly toLat: Float64Array
  readonly metres: Float32Array
  /** The highest speed reported by the terminal in km/h; NaN if none. */
  readonly topKmh: Float32Array
  /** EMPTY, HALF, FULL or UNKNOWN: what was carried for most of the way. */
  readonly load: Uint8Array
  /** Bits of {@link TRIP}. */
  readonly flags: Uint8Array
}
