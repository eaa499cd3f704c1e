import gcoord from 'gcoord'
import proj4, { type Converter } from 'proj4'
import type { Datum, Zone } from './datum'
import type { Position } from './position'

/** WGS-84 of degrees in a datum. GCJ-02 and BD-09 are inverted by iteration, to about a millimetre (see the tests). */
export function toWgs84(datum: Datum, [lon, lat]: Position): Position {
  switch (datum) {
    case 'wgs84':
    case 'cgcs2000':
      return [lon, lat]
    case 'gcj02':
      return invert([lon, lat], (at) => gcoord.transform(at, gcoord.WGS84, gcoord.GCJ02))
    case 'bd09':
      return invert([lon, lat], (at) => gcoord.transform(at, gcoord.WGS84, gcoord.BD09))
  }
}

/** Degrees in a datum of a WGS-84 position. */
export function fromWgs84(datum: Datum, [lon, lat]: Position): Position {
  switch (datum) {
    case 'wgs84':
    case 'cgcs2000':
      return [lon, lat]
    case 'gcj02':
      return gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02) as [number, number]
    case 'bd09':
      return gcoord.transform([lon, lat], gcoord.WGS84, gcoord.BD09) as [number, number]
  }
}

/** About 0.1 mm. */
const SETTLED_DEGREES = 1e-9
const MOST_STEPS = 12

/** Fixed-point inversion: the shift varies so slowly that each step gains more than two digits. */
function invert(shifted: [number, number], shift: (at: [number, number]) => number[]): Position {
  let [lon, lat] = shifted
  for (let step = 0; step < MOST_STEPS; step++) {
    const [x, y] = shift([lon, lat]) as [number, number]
    const [dLon, dLat] = [shifted[0] - x, shifted[1] - y]
    lon += dLon
    lat += dLat
    if (Math.abs(dLon) < SETTLED_DEGREES && Math.abs(dLat) < SETTLED_DEGREES) break
  }
  return [lon, lat]
}

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

/** WGS-84 of an easting and northing in metres. */
export function fromZone({ number, prefixed }: Zone, easting: number, northing: number): Position {
  const [lon, lat] = projection(number).inverse([prefixed ? easting - number * PREFIX : easting, northing]) as [
    number,
    number,
  ]
  return [lon, lat]
}

/** Easting and northing in metres of a WGS-84 position. */
export function toZone({ number, prefixed }: Zone, [lon, lat]: Position): [easting: number, northing: number] {
  const [east, north] = projection(number).forward([lon, lat]) as [number, number]
  return [prefixed ? east + number * PREFIX : east, north]
}
