import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'
import { azimuthDegrees, destination, distanceMetres } from '@/domain/geodesy/distance'
import { nearbyEdgeDistance, nearestOnEdges } from '@/domain/geodesy/edge-distance'
import type { Position } from '@/domain/geodesy/position'
import { placeInRing, ringAround } from '@/domain/geodesy/ring'
import { indexRing, ringMembers } from '@/domain/geodesy/ring-members'
import { ringSurface } from '@/domain/geodesy/ring-polygon'

const CENTRE: Position = [108.7, 34.3]
const POINT = { type: 'Point' as const, coordinates: [...CENTRE] }
const box = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const TOWN: Surface = { type: 'Polygon', coordinates: [box(108.6, 34.2, 108.8, 34.4)] }
const HOLED: Surface = {
  type: 'Polygon',
  coordinates: [box(108.6, 34.2, 108.8, 34.4), box(108.65, 34.25, 108.75, 34.35)],
}
const APART: Surface = { type: 'MultiPolygon', coordinates: [[box(108, 34, 108.1, 34.1)], [box(109, 35, 109.1, 35.1)]] }
const azimuth = fc.double({ min: 0, max: 360, maxExcluded: true, noNaN: true })

describe('the nearest place on an edge', () => {
  const edge = Float64Array.of(108.2, 34.2, 109, 34.9)
  const along = (share: number): Position => [108.2 + share * 0.8, 34.2 + share * 0.7]
  const position = fc.tuple(
    fc.double({ min: 108, max: 109.2, noNaN: true }),
    fc.double({ min: 34, max: 35.1, noNaN: true }),
  ) satisfies fc.Arbitrary<Position>

  /** By refining steps with Karney's algorithm: slow, and independent of the searched code. */
  function trueMetres(from: Position): number {
    let [low, high] = [0, 1]
    while (high - low > 1e-8) {
      const third = (high - low) / 3
      if (distanceMetres(from, along(low + third)) < distanceMetres(from, along(high - third))) high -= third
      else low += third
    }
    return distanceMetres(from, along((low + high) / 2))
  }

  it('is exact to a millimetre up to 60 km away, and is on the edge', () => {
    const wide = fc.tuple(
      fc.double({ min: 107.9, max: 109.3, noNaN: true }),
      fc.double({ min: 34, max: 35.1, noNaN: true }),
    )
    fc.assert(
      fc.property(wide, (from) => {
        const { at, metres } = nearestOnEdges(edge, [0], from)
        expect(metres).toBe(distanceMetres(from, at))
        expect(Math.abs(metres - trueMetres(from))).toBeLessThan(0.001)
        expect((at[0] - 108.2) / 0.8).toBeCloseTo((at[1] - 34.2) / 0.7, 9)
      }),
    )
  })

  it('differs from the quick approximation by centimetres', () => {
    fc.assert(
      fc.property(position, (from) => {
        const { metres } = nearestOnEdges(edge, [0], from)
        fc.pre(metres < 30_000)
        expect(Math.abs(nearbyEdgeDistance(edge, 0, ...from) - metres)).toBeLessThan(0.1)
      }),
    )
  })

  it('is an end of the edge if that is nearest, and the point itself for an edge of zero length', () => {
    expect(nearestOnEdges(edge, [0], destination(along(0), 230, 5000)).at).toEqual(along(0))
    const beyond = destination(along(1), 50, 5000)
    expect(nearestOnEdges(edge, [0], beyond).metres).toBeCloseTo(5000, 3)
    const dot = Float64Array.of(...CENTRE, ...CENTRE)
    const { at, metres } = nearestOnEdges(dot, [0], destination(CENTRE, 10, 700))
    expect(at).toEqual(CENTRE)
    expect(metres).toBeCloseTo(700, 6)
    expect(nearbyEdgeDistance(dot, 0, ...destination(CENTRE, 10, 700))).toBeCloseTo(700, 1)
  })

  it('on several edges is the nearest of the given ones', () => {
    const two = Float64Array.of(...edge, 108.2, 34.1, 109, 34.1, 108.2, 36, 109, 36)
    const from: Position = [108.6, 34.12]
    expect(nearestOnEdges(two, [0, 1, 2], from).at[1]).toBeCloseTo(34.1, 9)
    expect(nearestOnEdges(two, [2, 1, 0], from).at[1]).toBeCloseTo(34.1, 9)
    expect(nearestOnEdges(two, [2], from).at[1]).toBe(36)
    // Edges only a few metres apart are both measured.
    const near = Float64Array.of(108.2, 34.1, 109, 34.1, 108.2, 34.10003, 109, 34.10003)
    for (const order of [[0, 1], [1, 0]]) expect(nearestOnEdges(near, order, from).at[1]).toBeCloseTo(34.10003, 9) // biome-ignore format: pairs
    expect(() => nearestOnEdges(two, [], from)).toThrow(new RangeError('nearestOnEdges needs at least one edge'))
  })
})

describe('a place relative to a ring', () => {
  const ring = ringAround(POINT, 25_000)

  it('around a point is judged by geodesic, with the edge itself inside', () => {
    fc.assert(
      fc.property(azimuth, fc.integer({ min: 1, max: 60_000 }), (bearing, metres) => {
        const position = destination(CENTRE, bearing, metres)
        const place = placeInRing(position, ring)
        expect(place.coreMetres).toBeCloseTo(metres, 5)
        expect(place.marginMetres).toBeCloseTo(25_000 - metres, 5)
        expect(place.nearest).toEqual(CENTRE)
        expect(place.azimuth).toBe(azimuthDegrees(position, CENTRE))
        if (metres !== 25_000) expect(place.inside).toBe(metres < 25_000)
      }),
    )
    const position = destination(CENTRE, 30, 1000)
    const metres = distanceMetres(position, CENTRE)
    expect(placeInRing(position, ringAround(POINT, metres)).inside).toBe(true)
  })

  it('has a negative distance within the core, and a hole of the core is outside it', () => {
    const town = placeInRing(CENTRE, ringAround(TOWN, 1000))
    expect(town).toMatchObject({ inside: true })
    expect(town.coreMetres).toBeLessThan(-9000)
    expect(town.marginMetres).toBeGreaterThan(10_000)
    const hole = placeInRing(CENTRE, ringAround(HOLED, 1000))
    expect(hole).toMatchObject({ inside: false })
    expect(hole.coreMetres).toBeGreaterThan(4000)
  })

  it.each([
    [POINT, 0, "a ring's radius must be positive, not 0"],
    [POINT, Number.NaN, "a ring's radius must be positive, not NaN"],
    [{ type: 'Polygon' as const, coordinates: [] }, 1000, 'the outline has no edge'],
    [{ type: 'Polygon' as const, coordinates: [[[1, 1], [1, 1]]] }, 1000, 'the outline has no edge'], // biome-ignore format: a ring
    [{ type: 'Point' as const, coordinates: [0, 85] }, 1000, 'position [0, 85] is too near a pole (beyond 84°)'],
  ])('throws for %o with %d m', (core, radius, message) => {
    expect(() => ringAround(core, radius)).toThrow(new RangeError(message))
  })
})

describe('the members of a ring', () => {
  const near = (radius: number, core: Surface | typeof POINT) => {
    const ring = ringAround(core, radius)
    const index = indexRing(ring)
    const position = fc.tuple(
      fc.double({ min: 107.9, max: 109.2, noNaN: true }),
      fc.double({ min: 33.9, max: 35.2, noNaN: true }),
    )
    fc.assert(
      fc.property(position, ([lon, lat]) => {
        expect(index.contains(lon, lat)).toBe(placeInRing([lon, lat], ring).inside)
      }),
      { numRuns: 300 },
    )
  }

  it.each([
    ['a point', POINT, 25_000],
    ['a town', TOWN, 5000],
    ['a town with a hole', HOLED, 1000],
    ['two towns', APART, 12_000],
  ] as const)('are those inside it by Karney’s algorithm (%s)', (_, core, radius) => near(radius, core))

  it('are right to the metre on every side, over the whole plane and across the grid cells', () => {
    for (const core of [POINT, TOWN]) {
      const ring = ringAround(core, 7000)
      const index = indexRing(ring)
      fc.assert(
        fc.property(azimuth, fc.double({ min: -30, max: 30, noNaN: true }), (bearing, offset) => {
          let [low, high] = [0, 40_000]
          while (high - low > 1e-3) {
            const middle = (low + high) / 2
            if (placeInRing(destination(CENTRE, bearing, middle), ring).inside) low = middle
            else high = middle
          }
          const position = destination(CENTRE, bearing, low + offset)
          fc.pre(Math.abs(offset) > 0.01)
          expect(index.contains(...position)).toBe(offset < 0)
        }),
      )
    }
  })

  it('are right to a centimetre at 80 km', () => {
    const index = indexRing(ringAround(POINT, 80_000))
    const offset = fc.oneof(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 20, noNaN: true }),
    )
    fc.assert(
      fc.property(azimuth, offset, (bearing, metres) => {
        expect(index.contains(...destination(CENTRE, bearing, 80_000 - metres))).toBe(true)
        expect(index.contains(...destination(CENTRE, bearing, 80_000 + metres))).toBe(false)
      }),
    )
  })

  it('are marked 1; places far away or without a position are 0', () => {
    const lons = Float64Array.of(108.7, 0, 108.7, Number.NaN, 108.7)
    const lats = Float64Array.of(34.3, 34.3, -80, 34.3, Number.NaN)
    expect([...ringMembers(lons, lats, indexRing(ringAround(TOWN, 1000)))]).toEqual([1, 0, 0, 0, 0])
  })
})

describe('the ring as a surface', () => {
  it('has a part for each of two distant cores, with every vertex on the ring', () => {
    const surface = ringSurface(APART, 5000)
    const ring = ringAround(APART, 5000)
    expect(surface.type).toBe('MultiPolygon')
    expect(surface.coordinates).toHaveLength(2)
    for (const vertex of surfaceRings(surface).flat())
      expect(Math.abs(placeInRing(vertex, ring).marginMetres)).toBeLessThan(0.02)
  })

  it('around a point has vertices all around it, exact to a centimetre', () => {
    const surface = ringSurface(POINT, 25_000)
    expect(surface.type).toBe('Polygon')
    const line = surfaceRings(surface)[0]!
    for (const vertex of line) expect(Math.abs(distanceMetres(vertex, CENTRE) - 25_000)).toBeLessThan(0.02)
    // 256 steps: no gap is longer than 2π · 25 km / 256.
    expect(Math.max(...line.slice(1).map((vertex, i) => distanceMetres(vertex, line[i]!)))).toBeLessThan(620)
  })

  it('is calculated once per core and radius', () => {
    const first = ringSurface(POINT, 3000)
    expect(ringSurface({ ...POINT }, 3000)).toBe(first)
    const other = ringSurface(POINT, 4000)
    expect(other).not.toEqual(first)
    expect(ringSurface(TOWN, 4000)).not.toEqual(other)
  })
})
