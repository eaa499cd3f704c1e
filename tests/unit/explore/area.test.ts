import { booleanPointInPolygon, pointToLineDistance } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destination, distanceMetres } from '@/domain/geodesy/distance'
import { measureLine } from '@/domain/geodesy/measure-line'
import type { Position } from '@/domain/geodesy/position'
import { type Area, type AreaPlaces, type AreaStep, selectRows } from '@/domain/sources/view/area'

const lon = fc.double({ min: 108, max: 109.2, noNaN: true })
const lat = fc.double({ min: 34, max: 35.2, noNaN: true })
const position: fc.Arbitrary<Position> = fc.tuple(lon, lat)
const line = {
  type: 'LineString' as const,
  coordinates: [
    [108.2, 34.2],
    [108.6, 34.5],
    [109, 34.4],
  ],
}
const county = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [108.3, 34.3],
      [108.8, 34.3],
      [108.8, 34.9],
      [108.3, 34.9],
      [108.3, 34.3],
    ],
  ],
}
const MANY = [
  [108.2, 34.1],
  [108.9, 35.1],
  [Number.NaN, Number.NaN],
  [108.5, 34.6],
] as const
const places: AreaPlaces = {
  line: () => line,
  county: (code) => (code === 'C' ? county : null),
  around: (of) => ({
    places: {
      lons: Float64Array.from(MANY, ([x]) => x),
      lats: Float64Array.from(MANY, ([, y]) => y),
    },
    lines: of === 'points' ? [] : [line],
  }),
}
const select = (steps: readonly AreaStep[], points: readonly Position[]) => [
  ...selectRows(
    steps,
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    places,
  ),
]
const one = (area: Area, at: Position) => select([{ operation: 'add', area }], [at])[0] === 1

describe('a selected area', () => {
  it('with a radius agrees with the geodesic, even a metre from its edge', () => {
    fc.assert(
      fc.property(
        position,
        fc.integer({ min: 100, max: 40_000 }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (centre, metres, azimuth) => {
          const area: Area = { type: 'circle', centre, metres }
          expect(one(area, destination(centre, azimuth, metres - 0.01))).toBe(true)
          expect(one(area, destination(centre, azimuth, metres + 0.01))).toBe(false)
        },
      ),
    )
  })

  it('around many places contains what is near any of them, even a metre from its edge', () => {
    const known = MANY.filter(([x]) => !Number.isNaN(x))
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.integer({ min: 100, max: 20_000 }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        position,
        (centre, metres, azimuth, anywhere) => {
          const area: Area = { type: 'around', of: 'points', metres }
          expect(one(area, destination(centre, azimuth, metres - 0.01))).toBe(true)
          expect(one(area, destination(centre, azimuth, metres + 0.01))).toBe(
            known.some(
              (each) => each !== centre && distanceMetres(each, destination(centre, azimuth, metres + 0.01)) <= metres,
            ),
          )
          expect(one(area, anywhere)).toBe(known.some((each) => distanceMetres(each, anywhere) <= metres))
        },
      ),
    )
    expect(one({ type: 'around', of: 'points', metres: 1e5 }, [Number.NaN, Number.NaN])).toBe(false)
  })

  it('around the sources of a kind with lines includes what is near the lines', () => {
    const beside: Position = [108.4, 34.36]
    expect(one({ type: 'around', of: 'points', metres: 3000 }, beside)).toBe(false)
    expect(one({ type: 'around', of: { kind: 'road' }, metres: 3000 }, beside)).toBe(true)
    expect(one({ type: 'around', of: { kind: 'road' }, metres: 100 }, beside)).toBe(false)
  })

  it('drawn by hand or of a county agrees with turf', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 3, maxLength: 8 }), position, (ring, at) => {
        const closed = [...ring, ring[0]!].map((each) => [...each])
        const edge = { type: 'LineString' as const, coordinates: closed }
        // On the edge itself the last digit decides; no source's position is exact to a millimetre.
        fc.pre(pointToLineDistance([...at], edge, { units: 'meters' }) > 0.001)
        const polygon = { type: 'Polygon' as const, coordinates: [closed] }
        expect(one({ type: 'polygon', ring }, at)).toBe(
          booleanPointInPolygon([...at], polygon, { ignoreBoundary: false }),
        )
        expect(one({ type: 'county', code: 'C' }, at)).toBe(booleanPointInPolygon([...at], county))
      }),
    )
  })

  it('along a line agrees with turf except for the difference between sphere and ellipsoid', () => {
    fc.assert(
      fc.property(position, (at) => {
        const metres = pointToLineDistance(
          [...at],
          { type: 'Feature', properties: {}, geometry: line },
          { units: 'meters' },
        )
        fc.pre(Math.abs(metres - 3000) > 30)
        expect(one({ type: 'line', code: 'R', metres: 3000 }, at)).toBe(metres < 3000)
      }),
    )
  })

  it('applies add, subtract and intersect in order, and never adds a source without a position', () => {
    const points: Position[] = [
      [108.5, 34.6],
      [108.5, 34.45],
      [109.1, 35.1],
      [Number.NaN, Number.NaN],
    ]
    const inCounty = { type: 'county', code: 'C' } as const
    const nearRoad = { type: 'line', kind: 'road', code: 'R', metres: 5000 } as const
    expect(select([{ operation: 'add', area: inCounty }], points)).toEqual([1, 1, 0, 0])
    expect(select([{ operation: 'subtract', area: inCounty }], points)).toEqual([0, 0, 1, 1])
    expect(
      select(
        [
          { operation: 'add', area: inCounty },
          { operation: 'subtract', area: nearRoad },
        ],
        points,
      ),
    ).toEqual([1, 0, 0, 0])
    expect(
      select(
        [
          { operation: 'add', area: inCounty },
          { operation: 'intersect', area: nearRoad },
        ],
        points,
      ),
    ).toEqual([0, 1, 0, 0])
    expect(select([{ operation: 'add', area: { type: 'county', code: '?' } }], points)).toEqual([0, 0, 0, 0])
  })
})

describe('a measured line', () => {
  it('has the length of its geodesics, and encloses a surface from three corners on', () => {
    const from: Position = [108.7, 34.3]
    const east = destination(from, 90, 1000)
    const north = destination(east, 0, 1000)
    expect(measureLine([])).toEqual({ metres: 0, azimuth: null, squareMetres: null })
    expect(measureLine([from, east])).toMatchObject({ squareMetres: null })
    expect(measureLine([from, east]).metres).toBeCloseTo(1000, 6)
    expect(measureLine([from, east]).azimuth).toBeCloseTo(90, 3)
    const { metres, squareMetres } = measureLine([from, east, north])
    expect(metres).toBeCloseTo(distanceMetres(from, east) + distanceMetres(east, north), 6)
    // Half a square kilometre; edges straight in degrees differ from geodesics by less than this.
    expect(Math.abs(squareMetres! - 500_000)).toBeLessThan(50)
  })
})
