import proj4, { type Converter } from 'proj4'
import type { Zone } from './datum'
import type { Position } from './position'

const FALSE_EASTING = 500_000
const PREFIX = 1_000_000
const projections = new Map<number, Converter>()

function projection(zone: number): Converter {
  let made = projections.get(zone)
  if (!made) {
    made = proj4(
      `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${FALSE_EASTING} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    )
    projections.set(zone, made)
  }
  return made
}

/** Converts an easting and northing in metres to WGS-84. */
export function fromZone({ number, prefixed }: Zone, easting: number, northing: number): Position {
  const [lon, lat] = projection(number).inverse([prefixed ? easting - number * PREFIX : easting, northing]) as [
    number,
    number,
  ]
  return [lon, lat]
}

/** Converts a WGS-84 position to easting and northing in metres. */
export function toZone({ number, prefixed }: Zone, [lon, lat]: Position): [easting: number, northing: number] {
  const [east, north] = projection(number).forward([lon, lat]) as [number, number]
  return [prefixed ? east + number * PREFIX : east, north]
}
