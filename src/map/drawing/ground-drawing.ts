import type { Geometry } from 'geojson'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { Window } from '@/domain/sources/view/drawn-sources'
import { thinned } from '@/layers/county-shapes'
import type { Camera } from '@/store/view/view'

type Pixel = readonly [x: number, y: number]

/** The window and projection of a map of this size at a camera, without a map instance. */
export function screenAt({ lon, lat, zoom }: Camera, width: number, height: number) {
  const world = TILE_PIXELS * 2 ** zoom
  const [x, y] = mercator(lon, lat)
  const [left, top] = [x * world - width / 2, y * world - height / 2]
  const window: Window = {
    west: left / world,
    north: top / world,
    east: (left + width) / world,
    south: (top + height) / world,
  }
  const place = ([lon, lat]: Position): Pixel => {
    const [mx, my] = mercator(lon, lat)
    return [mx * world - left, my * world - top]
  }
  return { window, place }
}

/** A geometry as an SVG path; polygon rings are closed. */
export function pathOf(geometry: Geometry, place: (at: Position) => Pixel): string {
  const line = (corners: readonly (readonly number[])[], end: string) =>
    `M${thinned(corners.map((at) => place(at as unknown as Position)))
      .map((at) => at.map((each) => each.toFixed(1)).join(' '))
      .join('L')}${end}`
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring) => line(ring, 'Z')).join('')
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => line(ring, 'Z'))).join('')
    case 'LineString':
      return line(geometry.coordinates, '')
    case 'MultiLineString':
      return geometry.coordinates.map((each) => line(each, '')).join('')
    default:
      return ''
  }
}
