import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { expect, it } from 'vitest'
import { simplifiedOutlines } from '../../../scripts/province/outlines'

const SIDE = 40

/** Four squares around a point, in two cities, with wavy borders that neighbours share. */
function squares(): FeatureCollection<Polygon> {
  const at = (x: number, y: number) => [x + Math.sin(y * 40) * 0.01, y + Math.sin(x * 40) * 0.01]
  const line = (x: number, y: number, dx: number, dy: number) =>
    Array.from({ length: SIDE }, (_, i) => at(x + (dx * i) / SIDE, y + (dy * i) / SIDE))
  const ring = (x: number, y: number) => {
    const points = [
      ...line(x, y, 1, 0),
      ...line(x + 1, y, 0, 1),
      ...line(x + 1, y + 1, -1, 0),
      ...line(x, y + 1, 0, -1),
    ]
    return [...points, points[0]!]
  }
  const places = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const
  return {
    type: 'FeatureCollection',
    features: places.map(([x, y], id) => ({
      ...{ type: 'Feature', id, properties: { city: x } },
      geometry: { type: 'Polygon', coordinates: [ring(x, y)] },
    })),
  }
}

const verticesOf = (lines: readonly (readonly (readonly number[])[])[]) => lines.flat().map((at) => at.join())
const countiesOf = (made: ReturnType<typeof simplifiedOutlines>) =>
  made.features
    .filter(({ geometry }) => geometry.type === 'MultiPolygon')
    .map(({ geometry }) => geometry as MultiPolygon)
const borderOf = (made: ReturnType<typeof simplifiedOutlines>, of: string) =>
  (made.features.find(({ properties }) => properties?.border === of)!.geometry as MultiLineString).coordinates

it('keeps at most the given number of vertices, and leaves smaller outlines unchanged', () => {
  const count = (most: number) =>
    countiesOf(simplifiedOutlines(squares(), most)).flatMap((of) => of.coordinates.flat(2)).length
  expect(count(10_000)).toBe(4 * (4 * SIDE + 1))
  for (const most of [400, 200, 100]) {
    // Vertices where borders meet or rings close are always kept.
    expect(count(most)).toBeLessThanOrEqual(most + 40)
    expect(count(most)).toBeGreaterThan(most / 2)
  }
})

it('has each border once, within a city and between cities, on the vertices of both neighbours', () => {
  const made = simplifiedOutlines(squares(), 200)
  const rings = countiesOf(made).map(({ coordinates }) => new Set(verticesOf(coordinates.flat())))
  const [within, between] = [borderOf(made, 'county'), borderOf(made, 'city')]
  for (const vertex of verticesOf(within)) expect(rings.filter((ring) => ring.has(vertex)).length).toBeGreaterThan(1)
  for (const vertex of verticesOf(between)) expect(rings.some((ring) => ring.has(vertex))).toBe(true)
  // One end of it is on the border of the two cities; no other vertex is on both.
  const shared = verticesOf(within).filter((vertex) => verticesOf(between).includes(vertex))
  expect(new Set(shared).size).toBeLessThanOrEqual(4)
})
