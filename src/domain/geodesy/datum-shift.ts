import gcoord from 'gcoord'
import type { Datum } from './datum'
import type { Position } from './position'

/**
 * Converts degrees in a datum to WGS-84. GCJ-02 and BD-09 are inverted by iteration, to less than a millimetre (see the
 * tests).
 */
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

/** Converts a WGS-84 position to degrees in a datum. */
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

/**
 * The shift varies so slowly that each step gains more than two digits: after a correction of a millimetre about ten
 * micrometres are left at most.
 */
const SMALL_DEGREES = 1e-8
/** More than a kilometre needs. */
const MAX_STEPS = 6

/** Fixed-point inversion. */
function invert(shifted: [number, number], shift: (at: [number, number]) => number[]): Position {
  let [lon, lat] = shifted
  for (let step = 0; step < MAX_STEPS; step++) {
    const [x, y] = shift([lon, lat]) as [number, number]
    const [east, north] = [shifted[0] - x, shifted[1] - y]
    lon += east
    lat += north
    if (Math.abs(east) < SMALL_DEGREES && Math.abs(north) < SMALL_DEGREES) break
  }
  return [lon, lat]
}
