import { PER_DEGREE, type Positions } from '@/domain/trucks/positions'
import type { RawRow } from './made-truck'

/** Rows of several trucks, one truck after another, as positions in order of arrival. */
export function rawPositions(
  tracks: readonly { readonly plate: string; readonly rows: readonly RawRow[] }[],
): Positions {
  const length = tracks.reduce((sum, { rows }) => sum + rows.length, 0)
  const positions = {
    trucks: tracks.map(({ plate }) => plate),
    truck: new Uint16Array(length),
    second: new Uint32Array(length),
    lon: new Int32Array(length),
    lat: new Int32Array(length),
    speed: new Uint16Array(length),
    direction: new Uint16Array(length),
    load: new Uint8Array(length),
    state: new Uint8Array(length),
  }
  let at = 0
  for (const [place, { rows }] of tracks.entries())
    for (const row of rows) {
      positions.truck[at] = place
      positions.second[at] = row.second
      positions.lon[at] = Math.round(row.lon * PER_DEGREE)
      positions.lat[at] = Math.round(row.lat * PER_DEGREE)
      positions.speed[at] = Math.round(row.kmh * 10)
      positions.direction[at] = row.direction
      positions.load[at] = row.load
      positions.state[at++] = row.state
    }
  return positions
}
