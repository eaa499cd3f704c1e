import type { Codes } from '@/domain/table/column'

/** Bits of a trip: nobody saw it begin, or end. */
export const TRIP = { beginCut: 1, endCut: 2 } as const

/** Ways of trucks between their stops, row by row, by truck and time. */
export interface Trips {
  readonly trucks: readonly string[]
  readonly truck: Codes
  readonly from: Uint32Array
  readonly until: Uint32Array
  /** Degrees where it begins and ends: the middle of the stop, or where it was seen first or last. */
  readonly fromLon: Float64Array
  readonly fromLat: Float64Array
  readonly toLon: Float64Array
  readonly toLat: Float64Array
  readonly metres: Float32Array
  /** The highest speed that the terminal reported, km/h; NaN where it reported none. */
  readonly topKmh: Float32Array
  /** EMPTY, HALF, FULL or UNKNOWN: what was carried for most of the way. */
  readonly load: Uint8Array
  /** Bits of {@link TRIP}. */
  readonly flags: Uint8Array
}
