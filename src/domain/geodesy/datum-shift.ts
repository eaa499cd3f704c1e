import gcoord from 'gcoord'
import type { Datum } from './datum'
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
