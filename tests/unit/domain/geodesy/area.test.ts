import { booleanPointInPolygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaSquareMetres } from '@/domain/geodesy/area'
import { indexArea, type Surface, surfaceEdges, surfaceRings } from '@/domain/geodesy/area-index'
import { indexRegions } from '@/domain/geodesy/regions'

type Bounds = readonly [west: number, south: number, east: number, north: number]

const box = (...[west, south, east, north]: Bounds): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const polygon = (...rings: number[][][]): Surface => ({ type: 'Polygon', coordinates: rings })
const SQUARE = polygon(box(0, 0, 10, 10))
const HOLED = polygon(box(0, 0, 10, 10), box(2, 2, 4, 4))
const TWO: Surface = { type: 'MultiPolygon', coordinates: [[box(0, 0, 2, 2)], [box(6, 6, 8, 8), box(6.5, 6.5, 7, 7)]] }

/** Area between two parallels and two meridians on the WGS-84 ellipsoid, in closed form (Snyder 1987, eq. 3-12). */
function zoneSquareMetres([west, south, east, north]: Bounds): number {
  const [a, f] = [6_378_137, 1 / 298.257223563]
  const e2 = f * (2 - f)
  const e = Math.sqrt(e2)
  const q = (lat: number) => {
    const sine = Math.sin((lat * Math.PI) / 180)
    return (1 - e2) * (sine / (1 - e2 * sine * sine) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e))
  }
  return (a * a * (((east - west) * Math.PI) / 180) * (q(north) - q(south))) / 2
}

describe('the area of a surface', () => {
  it.each([
    [108, 34, 109, 35],
    [0, 0, 1, 1],
    [20, -50, 20.5, -49],
  ] as Bounds[])('between meridians and parallels equals the closed form (%d %d %d %d)', (...bounds) => {
    expect(areaSquareMetres(polygon(box(...bounds))) / zoneSquareMetres(bounds)).toBeCloseTo(1, 8)
  })

  it('excludes holes, includes all parts, and does not depend on the direction of the rings', () => {
    const [whole, hole] = [zoneSquareMetres([0, 0, 10, 10]), zoneSquareMetres([2, 2, 4, 4])]
    expect(areaSquareMetres(HOLED) / (whole - hole)).toBeCloseTo(1, 6)
    expect(areaSquareMetres(polygon(box(0, 0, 10, 10).reverse(), box(2, 2, 4, 4)))).toBeCloseTo(
      areaSquareMetres(HOLED),
      -2,
    )
    const parts = zoneSquareMetres([0, 0, 2, 2]) + zoneSquareMetres([6, 6, 8, 8]) - zoneSquareMetres([6.5, 6.5, 7, 7])
    expect(areaSquareMetres(TWO) / parts).toBeCloseTo(1, 6)
  })
})

describe('the rings and edges of a surface', () => {
  it('are those of all parts and holes', () => {
    expect(surfaceRings(HOLED)).toEqual([box(0, 0, 10, 10), box(2, 2, 4, 4)])
    expect(surfaceRings(TWO)).toHaveLength(3)
    expect([...surfaceEdges(polygon(box(0, 0, 1, 2)))]).toEqual([0, 0, 1, 0, 1, 0, 1, 2, 1, 2, 0, 2, 0, 2, 0, 0])
  })

  it('leave out edges of zero length', () => {
    const doubled = polygon([[0, 0], [0, 0], [1, 0], [1, 1], [1, 1], [0, 0]]) // biome-ignore format: a ring
    expect([...surfaceEdges(doubled)]).toEqual([0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0])
  })
})

describe('a position in a surface', () => {
  it('is judged as turf does, in any polygon with a hole', () => {
    const unit = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)
    const point = fc.tuple(unit, unit)
    const inRing = (at: readonly [number, number], ring: number[][], ignoreBoundary: boolean) =>
      booleanPointInPolygon([...at], { type: 'Polygon', coordinates: [ring] }, { ignoreBoundary })
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), point, (corners, at) => {
        const rings = [[...corners, corners[0]!].map((each) => [...each]), box(0.4, 0.4, 0.6, 0.6)]
        fc.pre(rings.every((ring) => inRing(at, ring, true) === inRing(at, ring, false)))
        const [outer, hole] = rings.map((ring) => inRing(at, ring, true))
        // Even-odd rule: the part of a hole outside its ring is inside.
        expect(indexArea({ type: 'Polygon', coordinates: rings }).contains(...at)).toBe(outer !== hole)
      }),
      { numRuns: 500 },
    )
  })

  it('is outside beyond each bound and in a hole', () => {
    const { contains, bounds } = indexArea(HOLED)
    expect(bounds).toEqual([0, 0, 10, 10])
    expect(contains(5, 5)).toBe(true)
    expect(contains(3, 3)).toBe(false)
    for (const [lon, lat] of [[-1, 5], [11, 5], [5, -1], [5, 11], [Number.NaN, 5], [5, Number.NaN]] as const) // biome-ignore format: a list
      expect(contains(lon, lat)).toBe(false)
  })

  it('on a shared border belongs to exactly one of the neighbours', () => {
    const degrees = fc.double({ min: 0, max: 1, noNaN: true })
    const share = fc.double({ min: 0, max: 1 - 1e-9, noNaN: true })
    fc.assert(
      fc.property(degrees, degrees, degrees, share, fc.boolean(), (from, bend, to, along, upper) => {
        const border = [
          [5 + from, 0],
          [5 + bend, 5.3],
          [5 + to, 10.1],
        ]
        const west = polygon([...border, [0, 10.1], [0, 0], border[0]!])
        const east = polygon([...border.toReversed(), [10, 0], [10, 10.1], border[2]!])
        const [[x0, y0], [x1, y1]] = (upper ? border.slice(1) : border) as [number[], number[]]
        const at = [x0! + along * (x1! - x0!), y0! + along * (y1! - y0!)] as const
        expect([west, east].filter((each) => indexArea(each).contains(...at))).toHaveLength(1)
      }),
    )
  })

  it('is outside a surface without edges or area', () => {
    expect(indexArea(polygon([])).contains(0, 0)).toBe(false)
    // All on one parallel.
    expect(indexArea(polygon([[0, 1], [5, 1], [0, 1]])).contains(2, 1)).toBe(false) // biome-ignore format: a ring
  })
})

describe('the region of a position', () => {
  it('is the region that contains it, and -1 outside all or without a position', () => {
    const regions = indexRegions([polygon(box(0, 0, 5, 10)), polygon(box(5, 0, 10, 10)), TWO])
    expect(regions.find(2, 8)).toBe(0)
    expect(regions.find(7, 2)).toBe(1)
    expect(regions.find(11, 2)).toBe(-1)
    expect(regions.find(Number.NaN, 2)).toBe(-1)
    expect(regions.find(2, Number.NaN)).toBe(-1)
    expect(indexRegions([]).find(2, 8)).toBe(-1)
  })

  it('is the same near a border and far from it, whatever the order of the queries', () => {
    const border = [[5, 0], [6.3, 2.1], [4.2, 5.7], [5.5, 10]] // biome-ignore format: a line
    const west = polygon([...border, [0, 10], [0, 0], border[0]!])
    const east = polygon([...border.toReversed(), [10, 0], [10, 10], border.at(-1)!])
    const areas = [west, east].map(indexArea)
    const regions = indexRegions([west, east])
    const degrees = fc.double({ min: -1, max: 11, noNaN: true })
    const nearBorder = fc.double({ min: 4, max: 6.5, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(degrees, nearBorder), degrees, (lon, lat) => {
        expect(regions.find(lon, lat)).toBe(areas.findIndex((each) => each.contains(lon, lat)))
      }),
      { numRuns: 2000 },
    )
  })

  it('is decided by the outline, not by its bounding box', () => {
    const triangle = indexRegions([polygon([[0, 0], [10, 0], [0, 10], [0, 0]]), SQUARE]) // biome-ignore format: a ring
    expect(triangle.find(9, 9)).toBe(1)
    expect([0, 1]).toContain(triangle.find(1, 1))
  })
})
