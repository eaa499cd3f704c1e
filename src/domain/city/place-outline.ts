import type { Surface } from '@/domain/geodesy/area-index'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import { fromZone } from '@/domain/geodesy/zone-grid'
import type { River } from './city-facts'
import type { OutlineReading } from './outline-numbers'

/** About a decimetre: finer than any border is drawn, and the same on both sides of one. */
const DIGITS = 1e6

/** Converts a position of a file to WGS-84 degrees. */
export function placePosition(reading: OutlineReading, [x, y]: Position): Position {
  const [lon, lat] = reading.unit === 'degrees' ? toWgs84(reading.datum, [x, y]) : fromZone(reading.zone, x, y)
  return [Math.round(lon * DIGITS) / DIGITS, Math.round(lat * DIGITS) / DIGITS]
}

/** Converts an outline to WGS-84 degrees without heights; closes open rings and returns how many there were. */
export function placeOutline(
  outline: Surface,
  reading: OutlineReading,
): { readonly surface: Surface; readonly closed: number } {
  let closed = 0
  const ring = (positions: readonly (readonly number[])[]) => {
    const placed = positions.map((at) => [...placePosition(reading, at as unknown as Position)])
    const [first, last] = [placed[0]!, placed.at(-1)!]
    if (first[0] === last[0] && first[1] === last[1]) return placed
    closed++
    return [...placed, first]
  }
  const surface: Surface =
    outline.type === 'Polygon'
      ? { type: 'Polygon', coordinates: outline.coordinates.map(ring) }
      : { type: 'MultiPolygon', coordinates: outline.coordinates.map((rings) => rings.map(ring)) }
  return { surface, closed }
}

/** Converts a river to WGS-84 degrees without heights. */
export function placeRiver({ name, line }: River, reading: OutlineReading): River {
  const coordinates = line.coordinates.map((each) =>
    each.map((at) => [...placePosition(reading, at as unknown as Position)]),
  )
  return { name, line: { type: 'MultiLineString', coordinates } }
}
