/** Datums of degrees in use in China. CGCS2000 agrees with WGS-84 within centimetres. */
export const DATUMS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export type Datum = (typeof DATUMS)[number]

/** A 3° zone of CGCS2000 Gauss–Krüger, in metres (GB/T 17278: zones 25…45, central meridian three times the number). */
export interface Zone {
  readonly number: number
  /** Whether the easting begins with the zone's number (EPSG:4524 for zone 36) or not (EPSG:4545). */
  readonly prefixed: boolean
}

export const FIRST_ZONE = 25
export const LAST_ZONE = 45

/** The 3° zone that contains a longitude. */
export function zoneOf(lon: number): number {
  return Math.round(lon / 3)
}
