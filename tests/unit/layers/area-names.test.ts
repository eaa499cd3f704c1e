import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { indexArea, type Surface } from '@/domain/geodesy/area-index'
import { labelPlace } from '@/domain/geodesy/label-place'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { Box } from '@/layers/box-index'
import { type PlacedLabel, placeLabels } from '@/layers/label-places'
import { countyLabelRequests } from '@/layers/map-labels'

const { features } = JSON.parse(readFileSync('data/county-outlines.geojson', 'utf8')) as FeatureCollection<Surface>
const countyAreas = new Map(features.map(({ id, geometry }) => [String(id), indexArea(geometry)]))
const counties = {
  type: 'FeatureCollection' as const,
  features: features.map(({ id, geometry }, i) => ({
    type: 'Feature' as const,
    properties: { code: String(id), text: `县${i}县\n${i}.0`, dustfall: null },
    geometry: { type: 'Point' as const, coordinates: [...labelPlace(geometry)] },
  })),
}
const wishes = countyLabelRequests({ counties, countyAreas }, 15, 9)
const codeOf = ({ wish }: PlacedLabel) =>
  counties.features.find(({ geometry }) => geometry.coordinates[0] === wish.at[0])!.properties.code

const [centreX, centreY] = mercator(108.5, 34.75)
const windowAt = (zoom: number) => {
  const half = 900 / (512 * 2 ** zoom)
  return { west: centreX - half, east: centreX + half, north: centreY - half, south: centreY + half }
}

/** The centre of a text, and its corners and the midpoints of its edges, in degrees. */
function placesOf({ wish: { text, size }, at: [lon, lat], offset: [dx, dy] }: PlacedLabel, zoom: number) {
  const world = 512 * 2 ** zoom
  const [x, y] = mercator(lon, lat)
  const lines = text.split('\n')
  const [w, h] = [(Math.max(...lines.map((line) => line.length)) * size * 0.55) / 2, (lines.length * size) / 2]
  const place = (px: number, py: number) => unproject(x + (dx + px) / world, y + (dy + py) / world)
  return { middle: place(0, 0), all: [-w, 0, w].flatMap((px) => [-h, 0, h].map((py) => place(px, py))) }
}

const symbol = fc.tuple(
  fc.double({ min: 107.7, max: 109.1, noNaN: true }),
  fc.double({ min: 34.2, max: 35.4, noNaN: true }),
)
const badge: Box = [-10, -10, 10, 10]

describe('county names', () => {
  it('are in their own county or outside all counties, never in another, on a small map and among many symbols', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 7.5, max: 9.5, noNaN: true }),
        fc.array(symbol, { maxLength: 80 }),
        (zoom, symbols) => {
          const obstacles = symbols.map((at) => ({ at: at as unknown as Position, box: badge }))
          for (const placed of placeLabels(wishes, obstacles, windowAt(zoom), zoom)) {
            const { middle, all } = placesOf(placed, zoom)
            const others = [...countyAreas].filter(([code]) => code !== codeOf(placed)).map(([, area]) => area)
            for (const at of all) expect(others.some((area) => area.contains(...at))).toBe(false)
            expect(countyAreas.get(codeOf(placed))!.contains(...middle)).toBe(placed.leader === null)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('without a free place cover as little of the clusters as they can, not the first that may be covered', () => {
    const zoom = 9
    const world = 512 * 2 ** zoom
    const at = unproject(centreX, centreY) as unknown as Position
    const contains = (lon: number, lat: number) => {
      const [x, y] = mercator(lon, lat)
      return Math.abs(x - centreX) * world <= 42 && Math.abs(y - centreY) * world <= 22
    }
    const area = { contains, isElsewhere: (lon: number, lat: number) => !contains(lon, lat) }
    const wish = { role: 'county', text: '渭城区\n6.0', at, size: 15, anchors: [], gap: 0, area } as const
    // In the middle the name would cover a fifth of itself, at the left end less than a tenth.
    const obstacles = [[-4, -40, 4, 40] as const, [34, -40, 36, 40] as const].map((box) => ({ at, box }))
    const [placed] = placeLabels([wish], obstacles, windowAt(zoom), zoom)
    expect(placed!.offset[0]).toBeLessThan(-15)
  })

  it('at the end of a leader leave the number of a cluster in the county readable', () => {
    const zoom = 9
    const world = 512 * 2 ** zoom
    const at = unproject(centreX, centreY) as unknown as Position
    // A county of 60 by 60 pixels with a cluster in its middle has no room for its name.
    const contains = (lon: number, lat: number) => {
      const [x, y] = mercator(lon, lat)
      return Math.max(Math.abs(x - centreX), Math.abs(y - centreY)) * world <= 30
    }
    const cluster: Box = [-14, -14, 14, 14]
    const area = { contains, isElsewhere: () => false }
    const wish = { role: 'county', text: '渭城区\n6.0', at, size: 15, anchors: ['leader'], gap: 0, area } as const
    const [placed] = placeLabels([wish], [{ at, box: cluster }], windowAt(zoom), zoom)
    const [x, y] = mercator(...placed!.at)
    const from = [(x - centreX) * world, (y - centreY) * world] as const
    expect(contains(...placed!.at)).toBe(true)
    for (let share = 0; share <= 1; share += 0.05) {
      const [px, py] = [0, 1].map((i) => from[i]! + placed!.leader![i]! * share)
      expect(Math.max(Math.abs(px!), Math.abs(py!))).toBeGreaterThan(14)
    }
  })

  it('are all shown without leader lines on a map of screen size without symbols', () => {
    const placed = placeLabels(wishes, [], windowAt(9), 9)
    expect(placed.map(codeOf).sort()).toEqual([...countyAreas.keys()].sort())
    expect(placed.filter(({ leader }) => leader !== null)).toEqual([])
  })

  it('are shown with their figure or not at all, and on paper always all', () => {
    const texts = counties.features.map(({ properties }) => properties.text)
    const small = placeLabels(wishes, [], windowAt(6.8), 6.8)
    expect(small.length).toBeLessThan(texts.length)
    for (const { wish } of small) expect(texts).toContain(wish.text)
    const full = features.map(({ geometry }) => ({ at: labelPlace(geometry), box: [-400, -400, 400, 400] as Box }))
    expect(placeLabels(wishes, full, windowAt(7.4), 7.4)).toEqual([])
    const crowd = features.map(({ geometry }) => ({ at: labelPlace(geometry), box: [-60, -60, 60, 60] as Box }))
    expect(placeLabels(wishes, crowd, windowAt(8.3), 8.3).length).toBeLessThan(texts.length)
    const onPaper = placeLabels(
      countyLabelRequests({ counties, countyAreas }, 15, 8.3, () => true),
      crowd,
      windowAt(8.3),
      8.3,
    )
    expect(onPaper.map(({ wish }) => wish.text).sort()).toEqual(texts.sort())
    // On a wall the one that is spoken of.
    const shown = placeLabels(wishes, crowd, windowAt(8.3), 8.3).map(({ wish }) => wish.text)
    const spoken = counties.features.map(({ properties }) => properties).find(({ text }) => !shown.includes(text))!
    const onWall = countyLabelRequests({ counties, countyAreas }, 15, 8.3, (code) => code === spoken.code)
    expect(placeLabels(onWall, crowd, windowAt(8.3), 8.3).map(({ wish }) => wish.text)).toContain(spoken.text)
  })

  it('are placed among fifteen hundred symbols within a frame or two, even if most find no space', () => {
    const [columns, rows] = [50, 30]
    const obstacles = Array.from({ length: columns * rows }, (_, i) => {
      const [east, north] = [(i % columns) / columns, Math.floor(i / columns) / rows]
      return { at: [107.7 + east * 1.4, 34.2 + north * 1.2] as Position, box: badge }
    })
    const asked = { count: 0 }
    const counted = countyLabelRequests(
      {
        counties,
        countyAreas: new Map(
          [...countyAreas].map(([code, area]) => [
            code,
            {
              bounds: area.bounds,
              contains: (lon: number, lat: number) => {
                asked.count++
                return area.contains(lon, lat)
              },
            },
          ]),
        ),
      },
      15,
      9,
    )
    // Counts the calls of `contains`, each well under a microsecond: a measured time depends more on the machine.
    for (const zoom of [7.5, 8.3, 9]) placeLabels(counted, obstacles, windowAt(zoom), zoom)
    expect(asked.count).toBeLessThan(30_000)
  })
})
