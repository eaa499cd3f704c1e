import fc from 'fast-check'
import geodesic from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import { azimuthDegrees, destination, distanceMetres, metresPerDegree } from '@/domain/geodesy/distance'
import { edgeFinder, lineEdges } from '@/domain/geodesy/edge-finder'
import { measureLine } from '@/domain/geodesy/measure-line'
import { indexNearest } from '@/domain/geodesy/nearest'
import { metresToNearest } from '@/domain/geodesy/nearest-metres'
import type { Position } from '@/domain/geodesy/position'

const HERE: Position = [108.7, 34.3]
const position = fc.tuple(
  fc.double({ min: 108, max: 109, noNaN: true }),
  fc.double({ min: 34, max: 35, noNaN: true }),
) satisfies fc.Arbitrary<Position>
const columns = (positions: readonly Position[]) =>
  [Float64Array.from(positions, ([lon]) => lon), Float64Array.from(positions, ([, lat]) => lat)] as const

describe('a degree', () => {
  // Published for WGS-84: NGA, "Length of a degree of latitude and longitude", m.
  it.each([
    [0, 111_320, 110_574],
    [15, 107_550, 110_649],
    [30, 96_486, 110_852],
    [45, 78_847, 111_132],
    [60, 55_800, 111_412],
    [75, 28_902, 111_618],
    [-45, 78_847, 111_132],
  ])('at %d° has a length of %d m eastwards and %d m northwards', (lat, east, north) => {
    const degree = metresPerDegree(lat)
    expect(Math.abs(degree[0] - east)).toBeLessThan(1)
    expect(Math.abs(degree[1] - north)).toBeLessThan(1)
  })
})

describe('azimuths', () => {
  it('are measured clockwise from north, from 0 up to 360', () => {
    for (const azimuth of [0, 45, 90, 180, 270, 359]) {
      expect(azimuthDegrees(HERE, destination(HERE, azimuth, 1000))).toBeCloseTo(azimuth, 6)
    }
  })
})

describe('a measured line', () => {
  it('has the azimuth of its last leg, and none with a single position', () => {
    const east = destination(HERE, 90, 1000)
    expect(measureLine([HERE, east, destination(east, 0, 500)]).azimuth).toBeCloseTo(0, 6)
    expect(measureLine([HERE])).toEqual({ metres: 0, azimuth: null, squareMetres: null })
  })
})

describe('the nearest of many positions', () => {
  const at = (metres: number) => destination(HERE, 90, metres)

  it('leave out rows without a position, and are none if no row has one', () => {
    const [lons, lats] = columns([[Number.NaN, 34], at(10), [108, Number.NaN], at(20)])
    expect(
      indexNearest(lons, lats)
        .nearest(HERE, 9)
        .map(({ row }) => row),
    ).toEqual([1, 3])
    expect(indexNearest(...columns([[Number.NaN, Number.NaN]])).nearest(HERE, 9)).toEqual([])
    expect(indexNearest(...columns([])).nearest(HERE, 9)).toEqual([])
  })

  it('end at a distance and at a count, with equally near ones ordered by row', () => {
    const index = indexNearest(...columns([at(300), at(100), at(200), at(100)]))
    expect(index.nearest(HERE, 2).map(({ row }) => row)).toEqual([1, 3])
    expect(index.nearest(HERE, 9, 250).map(({ row }) => row)).toEqual([1, 3, 2])
    expect(index.nearest(HERE, 9, distanceMetres(HERE, at(200))).map(({ row }) => row)).toEqual([1, 3, 2])
    const heap = indexNearest(...columns(Array.from({ length: 40 }, (_, i) => at(i % 2))))
    expect(heap.nearest(at(1), 3).map(({ row }) => row)).toEqual([1, 3, 5])
    expect(index.nearest(HERE, 9, 50)).toEqual([])
    expect(index.nearest(HERE, 1)[0]!.metres).toBeCloseTo(100, 6)
  })

  it('are found even if they almost coincide', () => {
    expect(indexNearest(...columns([[108, 34.00000000000005]])).nearest([108, 34], 1)).toHaveLength(1)
  })

  it('within a distance are exactly those by geodesic', () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 40 }), fc.integer({ min: 0, max: 60_000 }), (all, most) => {
        const near = all.filter((each) => distanceMetres(HERE, each) <= most).length
        expect(indexNearest(...columns(all)).nearest(HERE, all.length, most)).toHaveLength(near)
      }),
    )
  })

  it('are the nearest by geodesic, in order', () => {
    fc.assert(
      fc.property(position, fc.array(position, { minLength: 1, maxLength: 40 }), (from, all) => {
        const wanted = all.map((each) => distanceMetres(from, each)).sort((a, b) => a - b)
        const found = indexNearest(...columns(all)).nearest(from, 5)
        expect(found.map(({ metres }) => metres)).toEqual(wanted.slice(0, 5))
      }),
    )
  })

  it('are right even where a planar approximation is wrong', () => {
    // A degree eastwards is longer here than in the middle of all positions; northwards it is equally long.
    const [east, north] = [destination([108.5, 34], 90, 10_000), destination([108.5, 34], 0, 9_970)]
    const index = indexNearest(...columns([east, north, [108.5, 36], [108.5, 36], [108.5, 36]]))
    expect(index.nearest([108.5, 34], 1).map(({ row }) => row)).toEqual([1])
    expect(index.nearest([108.5, 34], 2).map(({ row }) => row)).toEqual([1, 0])
  })

  it('have sort distances exact to decimetres; rows without a position or without points are infinitely far', () => {
    const [lons, lats] = columns([HERE, at(1000), [Number.NaN, Number.NaN]])
    const [pointLons, pointLats] = columns([at(3000), at(-500), at(-9000)])
    const metres = metresToNearest(lons, lats, { lons: pointLons, lats: pointLats })
    expect(metres[0]).toBeCloseTo(500, 1)
    expect(metres[1]).toBeCloseTo(1500, 1)
    expect(metres[2]).toBe(Number.POSITIVE_INFINITY)
    const nowhere = { lons: new Float64Array(), lats: new Float64Array() }
    expect([...metresToNearest(lons, lats, nowhere)]).toEqual([Infinity, Infinity, Infinity])
  })
})

describe('the nearest of many lines', () => {
  const line = {
    type: 'LineString' as const,
    coordinates: [
      [108.6, 34.3],
      [108.8, 34.3],
      [108.8, 34.5],
    ],
  }
  const lines = {
    type: 'MultiLineString' as const,
    coordinates: [line.coordinates.slice(0, 2), line.coordinates.slice(1)],
  }

  it('uses the edges of all paths', () => {
    const edges = [108.6, 34.3, 108.8, 34.3, 108.8, 34.3, 108.8, 34.5]
    expect([...lineEdges([line])]).toEqual(edges)
    expect([...lineEdges([lines])]).toEqual(edges)
    expect([...lineEdges([line, lines])]).toEqual([...edges, ...edges])
    expect([...lineEdges([])]).toEqual([])
  })

  it('returns the distance to the nearest place on any edge, infinite beyond the reach', () => {
    const find = edgeFinder(lineEdges([line]), 5000)
    expect(find(destination([108.7, 34.3], 0, 1000))).toBeCloseTo(1000, 0)
    expect(find(destination([108.7, 34.3], 180, 4990))).toBeCloseTo(4990, 0)
    expect(find(destination([108.8, 34.4], 90, 300))).toBeCloseTo(300, 0)
    expect(find(destination([108.6, 34.3], 270, 700))).toBeCloseTo(700, 0)
    expect(find(destination([108.8, 34.5], 0, 700))).toBeCloseTo(700, 0)
    expect(find(destination([108.7, 34.3], 180, 8000))).toBe(Number.POSITIVE_INFINITY)
    expect(find(destination([108.6, 34.3], 270, 8000))).toBe(Number.POSITIVE_INFINITY)
    expect(edgeFinder(lineEdges([]), 5000)(HERE)).toBe(Number.POSITIVE_INFINITY)
  })

  it('agrees with Karney’s algorithm along the edge for any place within reach', () => {
    const find = edgeFinder(lineEdges([line]), 20_000)
    const samples = Array.from(
      { length: 401 },
      (_, i): Position => (i <= 200 ? [108.6 + i / 1000, 34.3] : [108.8, 34.3 + (i - 200) / 1000]),
    )
    fc.assert(
      fc.property(position, (at) => {
        const least = Math.min(
          ...samples.map((each) => geodesic.Geodesic.WGS84.Inverse(at[1], at[0], each[1], each[0]).s12!),
        )
        fc.pre(least < 19_000)
        // Neighbouring samples are at most 110 m apart.
        expect(find(at)).toBeGreaterThan(least - 60)
        expect(find(at)).toBeLessThan(least + 0.1)
      }),
      { numRuns: 30 },
    )
  })
})
