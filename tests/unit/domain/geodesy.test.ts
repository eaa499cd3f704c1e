import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import geodesic from 'geographiclib-geodesic'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areaSquareMetres } from '@/domain/geodesy/area'
import { indexArea, type Surface, surfaceEdges, surfaceRings } from '@/domain/geodesy/area-index'
import { destination, distanceMetres, nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { indexNearest } from '@/domain/geodesy/nearest'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { placeInRing, ringAround } from '@/domain/geodesy/ring'
import { indexRing, ringMembers } from '@/domain/geodesy/ring-members'
import { ringSurface } from '@/domain/geodesy/ring-polygon'

const read = (file: string) =>
  JSON.parse(readFileSync(`data/${file}`, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>
const area = read('built-up-area.geojson').features[0]!.geometry as Surface
const counties = read('county-outlines.geojson')
const centre = { type: 'Point' as const, coordinates: [108.7089, 34.3296] }
const RADIUS = 25_000
const karney = (a: Position, b: Position) => geodesic.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12!

/** Approximate distance in metres by plane geometry; the error is below 1 % within a city's ring. */
const roughMetres = (a: Position, b: Position) =>
  Math.hypot((a[0] - b[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180), a[1] - b[1]) * 111_200
const ROUGH = 0.98

/**
 * The distance to a straight edge by refining steps with Karney's algorithm: slow, and independent of the ring's code.
 */
function distanceToEdges(position: Position, edges: Float64Array): number {
  const near = Array.from({ length: edges.length / 4 }, (_, i) => {
    const [from, to]: [Position, Position] = [
      [edges[4 * i]!, edges[4 * i + 1]!],
      [edges[4 * i + 2]!, edges[4 * i + 3]!],
    ]
    return { from, to, atLeast: ROUGH * roughMetres(position, from) - roughMetres(from, to) / ROUGH }
  }).sort((a, b) => a.atLeast - b.atLeast)
  let best = Number.POSITIVE_INFINITY
  for (const { from, to, atLeast } of near) {
    if (atLeast > best) break
    const at = (share: number): Position => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    let [low, high] = [0, 1]
    while (high - low > 1e-7) {
      const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
      if (karney(position, at(a)) < karney(position, at(b))) high = b
      else low = a
    }
    best = Math.min(best, karney(position, at((low + high) / 2)))
  }
  return best
}

describe('distances', () => {
  const near = fc.tuple(
    fc.double({ min: 107, max: 110, noNaN: true }),
    fc.double({ min: 33, max: 36, noNaN: true }),
    fc.double({ min: 0, max: 360, noNaN: true }),
  )

  it('by the mean latitude are within 3 cm of Karney’s algorithm up to 30 km', () => {
    fc.assert(
      fc.property(near, fc.double({ min: 0, max: 30_000, noNaN: true }), ([lon, lat, azimuth], metres) => {
        const to = destination([lon, lat], azimuth, metres)
        expect(Math.abs(nearbyDistanceMetres(lon, lat, to[0], to[1]) - metres)).toBeLessThan(0.03)
      }),
    )
  })

  it('agree with a published geodesic (GeographicLib, JFK to LHR)', () => {
    expect(distanceMetres([-73.8, 40.6], [-0.5, 51.6])).toBeCloseTo(5551759.4, 0)
  })
})

describe('the ring', () => {
  it.each(['centre', 'outline'] as const)(
    'classifies random and adversarial positions as Karney’s algorithm does (%s)',
    (basis) => {
      const core = basis === 'centre' ? centre : area
      const edges =
        core.type === 'Point' ? Float64Array.of(...core.coordinates, ...core.coordinates) : surfaceEdges(core)
      const inner = core.type === 'Point' ? null : indexArea(core)
      let seed = 7
      const random = () => {
        seed = (seed * 1664525 + 1013904223) >>> 0
        return seed / 4294967296
      }
      const positions: Position[] = Array.from({ length: 200 }, () => [108 + random() * 1.4, 33.8 + random() * 1.1])
      // A few millimetres to metres on either side of the edge, found by stepping out along a geodesic.
      for (let i = 0; i < 16; i++) {
        const azimuth = random() * 360
        let [low, high] = [20_000, 45_000]
        const start: Position = [108.7089, 34.3296]
        while (high - low > 1e-4) {
          const middle = (low + high) / 2
          if (distanceToEdges(destination(start, azimuth, middle), edges) <= RADIUS) low = middle
          else high = middle
        }
        for (const offset of [-3, -0.02, 0.02, 3]) positions.push(destination(start, azimuth, low + offset))
      }
      const expected = positions.map((each) =>
        inner?.contains(...each) || distanceToEdges(each, edges) <= RADIUS ? 1 : 0,
      )
      const lons = Float64Array.from(positions, ([lon]) => lon)
      const lats = Float64Array.from(positions, ([, lat]) => lat)
      expect(Array.from(ringMembers(lons, lats, indexRing(ringAround(core, RADIUS))))).toEqual(expected)
    },
  )

  it.each([
    ['centre', centre, 25_000],
    ['outline', area, 25_000],
    ['outline, small', area, 1000],
  ] as const)('as a polygon has every vertex within a metre of its radius (%s)', (_, core, radius) => {
    const ring = ringAround(core, radius)
    for (const line of surfaceRings(ringSurface(core, radius))) {
      for (const vertex of line.filter((_, i) => i % 5 === 0)) {
        expect(Math.abs(placeInRing(vertex, ring).marginMetres)).toBeLessThan(1)
      }
    }
  })

  it('about a point has the area of a circle, except for the curvature of the earth', () => {
    expect(areaSquareMetres(ringSurface(centre, RADIUS)) / (Math.PI * RADIUS ** 2)).toBeCloseTo(1, 3)
  })

  it('returns how far inside the outline a position is, with holes outside', () => {
    const ring = ringAround(area, RADIUS)
    expect(placeInRing([108.7, 34.35], ring).coreMetres).toBeLessThan(0)
    expect(placeInRing([108.752, 34.362], ring).coreMetres).toBeGreaterThan(0)
  })

  it('refuses poles, the antimeridian and impossible radii', () => {
    expect(() => ringAround({ type: 'Point', coordinates: [0, 89] }, 1000)).toThrow(/pole/)
    expect(() =>
      ringAround(
        {
          type: 'Polygon',
          coordinates: [
            [
              [179, 0],
              [-179, 0],
              [-179, 1],
              [179, 0],
            ],
          ],
        },
        1000,
      ),
    ).toThrow(/antimeridian/)
    expect(() => ringAround(centre, 0)).toThrow(RangeError)
  })
})

describe('counties', () => {
  const surfaces = counties.features.map(({ geometry }) => geometry as Surface)

  it('have the published area of the city including 杨陵 within 3 %', () => {
    const km2 = surfaces.reduce((sum, each) => sum + areaSquareMetres(each), 0) / 1e6
    expect(km2).toBeGreaterThan(10_324 * 0.97)
    expect(km2).toBeLessThan(10_324 * 1.03)
  })

  it('share their borders: no position is in two, and shared edges are identical', () => {
    const uses = new Map<string, Set<number>>()
    surfaces.forEach((surface, county) => {
      const edges = surfaceEdges(surface)
      for (let i = 0; i < edges.length; i += 4) {
        const ends = [`${edges[i]},${edges[i + 1]}`, `${edges[i + 2]},${edges[i + 3]}`].sort().join(' ')
        uses.set(ends, (uses.get(ends) ?? new Set()).add(county))
      }
    })
    const shared = [...uses.values()].map(({ size }) => size)
    expect(shared.filter((count) => count === 2).length).toBeGreaterThan(1000)
    const areas = surfaces.map(indexArea)
    fc.assert(
      fc.property(
        fc.double({ min: 107.6, max: 109.2, noNaN: true }),
        fc.double({ min: 34.1, max: 35.6, noNaN: true }),
        (lon, lat) => {
          expect(areas.filter((each) => each.contains(lon, lat)).length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('are found by position, 彬州市 under its new code', () => {
    const index = indexRegions(surfaces)
    const codeAt = (lon: number, lat: number) => counties.features[index.find(lon, lat)]?.id
    expect(codeAt(108.08, 35.037)).toBe('610482')
    expect(codeAt(108.577, 34.8)).toBe('610430')
    expect(index.find(100, 30)).toBe(-1)
  })
})

describe('the nearest sources', () => {
  it('are the nearest by geodesic, in order', () => {
    const positions = fc.array(
      fc.tuple(fc.double({ min: 108, max: 109, noNaN: true }), fc.double({ min: 34, max: 35, noNaN: true })),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(positions, (all) => {
        const from: Position = [108.5, 34.5]
        const index = indexNearest(
          Float64Array.from(all, ([lon]) => lon),
          Float64Array.from(all, ([, lat]) => lat),
        )
        const expected = all
          .map((to) => karney(from, to))
          .sort((a, b) => a - b)
          .slice(0, 5)
        expect(index.nearest(from, 5).map(({ metres }) => metres)).toEqual(expected)
      }),
    )
  })
})
