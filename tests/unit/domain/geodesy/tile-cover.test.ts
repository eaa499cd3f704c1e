import { readFileSync } from 'node:fs'
import { booleanIntersects, convex, featureCollection, point, polygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Surface } from '@/domain/geodesy/area-index'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import { tileCover } from '@/domain/geodesy/tile-cover'
import { squareCity, tileAt } from '../../../fixtures/square-city'

const CENTRE = [108.71, 34.33] as const

describe('the tiles of a city', () => {
  it('are those that its outline touches or encloses, and those within the margin', () => {
    const cover = tileCover(squareCity(CENTRE, 0.05), 0, 15)
    const [west, north] = tileAt(13, [CENTRE[0] - 0.05, CENTRE[1] + 0.05])
    const [east, south] = tileAt(13, [CENTRE[0] + 0.05, CENTRE[1] - 0.05])
    expect(cover.get(0)).toEqual([[0, 0]])
    expect(cover.get(13)).toHaveLength((east - west + 1) * (south - north + 1))
    // At deeper zooms all parts of a tile are included.
    expect(cover.get(15)).toHaveLength(16 * cover.get(13)!.length)
    // A margin of 3 km, less than a tile here, adds at most one row on each side.
    const wider = tileCover(squareCity(CENTRE, 0.05), 3000, 13).get(13)!
    expect(wider.length).toBeGreaterThan(cover.get(13)!.length)
    expect(Math.min(...wider.map(([x]) => x))).toBeGreaterThanOrEqual(west - 1)
  })

  it('leave out a hole, and the corners of a real city’s bounding box', () => {
    const outer = squareCity(CENTRE, 0.2) as { type: 'Polygon'; coordinates: number[][][] }
    const hole = squareCity(CENTRE, 0.1) as typeof outer
    const ring: Surface = { type: 'Polygon', coordinates: [...outer.coordinates, ...hole.coordinates] }
    const [x, y] = tileAt(13, CENTRE)
    expect(
      tileCover(ring, 0, 13)
        .get(13)!
        .some(([column, row]) => column === x && row === y),
    ).toBe(false)

    const { features } = JSON.parse(readFileSync('data/county-outlines.geojson', 'utf8'))
    const city: Surface = {
      type: 'MultiPolygon',
      coordinates: features.map((each: { geometry: { coordinates: [] } }) => each.geometry.coordinates),
    }
    const tiles = tileCover(city, 3000, 12).get(12)!
    const columns = tiles.map(([column]) => column)
    const rows = tiles.map(([, row]) => row)
    const box = (Math.max(...columns) - Math.min(...columns) + 1) * (Math.max(...rows) - Math.min(...rows) + 1)
    expect(tiles.length).toBeLessThan(box * 0.8)
    expect(new Set(tiles.map(String)).size).toBe(tiles.length)
  })
})

/** A tile as a ring in Mercator, extended by a margin, as fractions of the world's width. */
const boxOf = (zoom: number, x: number, y: number, margin: number) => {
  const side = 1 / 2 ** zoom
  const [west, east] = [x * side - margin, (x + 1) * side + margin]
  const [top, bottom] = [y * side - margin, (y + 1) * side + margin]
  return [
    [west, top],
    [east, top],
    [east, bottom],
    [west, bottom],
    [west, top],
  ] as [number, number][]
}

const local = ([x, y]: readonly [number, number]): [number, number] => {
  const [ox, oy] = mercator(108.5, 34.5)
  return [(x - ox) * 1e4, (y - oy) * 1e4]
}
const localPolygon = (ring: readonly (readonly [number, number])[]) => polygon([ring.map(local)])

describe('any convex city', () => {
  const corners = fc.array(
    fc.tuple(fc.double({ min: 0, max: 0.4, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true })),
    {
      minLength: 3,
      maxLength: 8,
    },
  )
  const cities = corners
    .map((offsets) => convex(featureCollection(offsets.map(([x, y]) => point([108.5 + x, 34.1 + y])))))
    .filter((found) => found !== null)

  it('is covered at each zoom by the tiles that intersect it according to turf', () => {
    fc.assert(
      fc.property(cities, fc.constantFrom(0, 400), ({ geometry }, marginMetres) => {
        const ring = geometry.coordinates[0] as [number, number][]
        const cover = tileCover(geometry as Surface, marginMetres, 12)
        const city = localPolygon(ring.map(([lon, lat]) => mercator(lon, lat)))
        const north = Math.max(...ring.map(([, lat]) => lat))
        const margin = marginMetres / (40_075_016.68557849 * Math.cos((north * Math.PI) / 180))
        for (const zoom of [5, 9, 10, 12]) {
          const [west, top] = mercator(108.5, 34.5).map((part) => Math.floor(part * 2 ** zoom))
          const [east, bottom] = mercator(108.9, 34.1).map((part) => Math.floor(part * 2 ** zoom))
          const met: string[] = []
          for (let x = west! - 1; x <= east! + 1; x++)
            for (let y = top! - 1; y <= bottom! + 1; y++)
              if (booleanIntersects(localPolygon(boxOf(zoom, x, y, margin)), city)) met.push(`${x}/${y}`)
          expect(
            cover
              .get(zoom)!
              .map(([x, y]) => `${x}/${y}`)
              .sort(),
          ).toEqual(met.sort())
        }
      }),
      { numRuns: 40 },
    )
  })

  it('has all ancestors of each tile, and below zoom 13 all tiles within them', () => {
    fc.assert(
      fc.property(cities, ({ geometry }) => {
        const cover = tileCover(geometry as Surface, 0, 14)
        expect([...cover.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
        for (let zoom = 1; zoom <= 14; zoom++) {
          const above = new Set(cover.get(zoom - 1)!.map(String))
          for (const [x, y] of cover.get(zoom)!) expect(above.has(String([x >> 1, y >> 1]))).toBe(true)
        }
        expect(cover.get(14)).toHaveLength(4 * cover.get(13)!.length)
        const [x, y] = cover.get(13)![0]!
        expect(unproject(x / 2 ** 13, y / 2 ** 13)[0]).toBeGreaterThan(108)
      }),
      { numRuns: 10 },
    )
  })
})
